import type { CallOptions, Inserted, PreparedStatement, Row } from "../executor.js";
import type { ErrorTable } from "../errors/error-context.js";
import type { MysqlChannel } from "./mysql-channel.js";
import { toMysqlError } from "./mysql-error.js";
import { hasOddNames, type MysqlReply, type MysqlRequest, type MysqlResult } from "./mysql-query.js";

export interface MysqlStatementOptions {
  readonly table?: ErrorTable | undefined;
  /** Whether connections keep it prepared. */
  readonly keep: boolean;
  /** Whether geometries come as bytes: see `Codec.wide`. */
  readonly wide?: boolean;
  /** Whether the number of values is not sure to be right. One that is not kept is always counted. */
  readonly counted?: boolean;
  /** A statement of our own, which goes as text. */
  readonly command?: boolean;
  /** Whether timestamps come as milliseconds: see `PrepareOptions.instants`. */
  readonly instants?: boolean;
}

/** A statement on its way through a channel. */
export class MysqlStatement implements PreparedStatement {
  readonly sql: string;
  readonly #channel: MysqlChannel;
  readonly #options: MysqlStatementOptions;
  readonly #odd: boolean;

  constructor(channel: MysqlChannel, sql: string, options: MysqlStatementOptions) {
    this.sql = sql;
    this.#channel = channel;
    this.#options = options;
    this.#odd = hasOddNames(sql);
  }

  all(params: readonly unknown[], options?: CallOptions): Promise<readonly Row[]> {
    return this.ask(params, toRows, options);
  }

  run(params: readonly unknown[], options?: CallOptions): Promise<number> {
    return this.ask(params, toCount, options);
  }

  insert(params: readonly unknown[], options?: CallOptions): Promise<Inserted> {
    return this.ask(params, toInserted, options);
  }

  /** Runs it, and gives what `pick` takes from the result. */
  ask<R>(params: readonly unknown[], pick: (result: MysqlResult) => R, options?: CallOptions): Promise<R> {
    const { keep, command = false, counted = !keep, wide = false, instants = false } = this.#options;
    const request: MysqlRequest = { sql: this.sql, params, keep, counted, command, wide, instants, odd: this.#odd };
    const answer = new Promise<MysqlResult>((resolve, reject) => {
      const settle: MysqlReply = (error, result) => (result === undefined ? reject(error) : resolve(result));
      this.#channel.send(request, this.#channel.events.active ? this.#report(params, settle) : settle, options);
    });
    // In a reaction of the promise, an error gets the stack of the caller who awaits it.
    return answer.then(pick, (error: unknown) => {
      throw this.#toError(error);
    });
  }

  #toError(error: unknown): unknown {
    return toMysqlError(error, { sql: this.sql, table: this.#options.table });
  }

  #report(params: readonly unknown[], reply: MysqlReply): MysqlReply {
    const { events } = this.#channel;
    const startedAt = performance.now();
    return (error, result) => {
      const rows = result === undefined ? 0 : result.rows.length || result.count;
      const failure = result === undefined ? this.#toError(error) : null;
      events.report({ sql: this.sql, params, startedAt, rows, error: failure });
      reply(error, result);
    };
  }
}

function toRows(result: MysqlResult): readonly Row[] {
  return result.rows;
}

function toCount(result: MysqlResult): number {
  return result.count;
}

function toInserted({ count, insertId }: MysqlResult): Inserted {
  return { count, insertId };
}
