import type { CallOptions, Inserted, PreparedStatement, Row } from "../executor.js";
import type { ErrorTable } from "../errors/error-context.js";
import type { SqlserverChannel } from "./sqlserver-channel.js";
import { toSqlserverError } from "./sqlserver-error.js";
import type { SqlserverReply, SqlserverRequest, SqlserverResult } from "./sqlserver-query.js";

export interface SqlserverStatementOptions {
  readonly table?: ErrorTable | undefined;
  /** A statement of our own, which goes as a batch. */
  readonly command?: boolean;
}

/** A statement on its way through a channel. The server keeps its plan by the text. */
export class SqlserverStatement implements PreparedStatement {
  readonly sql: string;
  readonly #channel: SqlserverChannel;
  readonly #options: SqlserverStatementOptions;

  constructor(channel: SqlserverChannel, sql: string, options: SqlserverStatementOptions = {}) {
    this.sql = sql;
    this.#channel = channel;
    this.#options = options;
  }

  all(params: readonly unknown[], options?: CallOptions): Promise<readonly Row[]> {
    return this.ask(params, toRows, options);
  }

  run(params: readonly unknown[], options?: CallOptions): Promise<number> {
    return this.ask(params, toCount, options);
  }

  /** Asks in the same text, as the number that was taken last is known to the scope of the insertion alone. */
  insert(params: readonly unknown[], options?: CallOptions): Promise<Inserted> {
    const sql = `${this.sql}; select @@rowcount, cast(scope_identity() as varchar(40))`;
    return new SqlserverStatement(this.#channel, sql, this.#options).ask(params, toInserted, options);
  }

  /** Runs it, and gives what `pick` takes from the result. */
  ask<R>(params: readonly unknown[], pick: (result: SqlserverResult) => R, options?: CallOptions): Promise<R> {
    const request: SqlserverRequest = { sql: this.sql, params, command: this.#options.command ?? false };
    const answer = new Promise<SqlserverResult>((resolve, reject) => {
      const settle: SqlserverReply = (error, result) => (result === undefined ? reject(error) : resolve(result));
      this.#channel.send(request, this.#channel.events.active ? this.#report(params, settle) : settle, options);
    });
    // In a reaction of the promise, an error gets the stack of the caller who awaits it.
    return answer.then(pick, (error: unknown) => {
      throw this.#toError(error);
    });
  }

  #toError(error: unknown): unknown {
    return toSqlserverError(error, { sql: this.sql, table: this.#options.table });
  }

  #report(params: readonly unknown[], reply: SqlserverReply): SqlserverReply {
    const { events } = this.#channel;
    const startedAt = performance.now();
    return (error, result) => {
      const failure = result === undefined ? this.#toError(error) : null;
      events.report({ sql: this.sql, params, startedAt, rows: result?.count ?? 0, error: failure });
      reply(error, result);
    };
  }
}

function toRows({ sets }: SqlserverResult): readonly Row[] {
  return sets.at(-1)?.rows ?? [];
}

function toInserted(result: SqlserverResult): Inserted {
  const [count, insertId] = toRows(result)[0] ?? [];
  return { count: Number(count ?? 0), insertId: typeof insertId === "string" ? insertId : null };
}

function toCount({ count }: SqlserverResult): number {
  return count;
}
