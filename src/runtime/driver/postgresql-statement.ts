import type { CallOptions, PreparedStatement, Row } from "../executor.js";
import type { ErrorTable } from "../errors/error-context.js";
import type { PostgresqlChannel } from "./postgresql-channel.js";
import { toPostgresqlError } from "./postgresql-error.js";
import { toQuery, type PostgresqlReply, type PostgresqlResult } from "./postgresql-query.js";
import { isServerError } from "./postgresql-server-error.js";
import { rename, type PostgresqlText } from "./postgresql-text.js";

/** A statement on its way through a channel. */
export class PostgresqlStatement implements PreparedStatement {
  readonly sql: string;
  readonly #channel: PostgresqlChannel;
  readonly #text: PostgresqlText;
  readonly #table: ErrorTable | undefined;

  constructor(channel: PostgresqlChannel, text: PostgresqlText, table?: ErrorTable) {
    this.sql = text.sql;
    this.#channel = channel;
    this.#text = text;
    this.#table = table;
  }

  all(params: readonly unknown[], options?: CallOptions): Promise<readonly Row[]> {
    return this.ask(params, toRows, options);
  }

  run(params: readonly unknown[], options?: CallOptions): Promise<number> {
    return this.ask(params, toCount, options);
  }

  /** Sends it, and gives what `pick` takes from the driver's result. */
  ask<R>(params: readonly unknown[], pick: (result: PostgresqlResult) => R, options?: CallOptions): Promise<R> {
    const answer = new Promise<PostgresqlResult>((resolve, reject) => {
      const settle = (error: unknown, result: PostgresqlResult | undefined): void =>
        result === undefined ? reject(error) : resolve(result);
      const send = this.#channel.events.active ? this.#report(params, settle) : settle;
      this.#channel.send(
        toQuery(this.#text, params),
        (error, result) => {
          if (result === undefined && this.#isStale(error)) this.#sendAnew(params, send, options);
          else send(error, result);
        },
        options,
      );
    });
    // In a reaction of the promise, an error gets the stack of the caller who awaits it.
    return answer.then(pick, (error: unknown) => {
      throw this.#toError(error, params);
    });
  }

  #toError(error: unknown, params: readonly unknown[]): unknown {
    return toPostgresqlError(error, { sql: this.sql, table: this.#table, hasParameters: params.length > 0 });
  }

  /** Whether the server's plan for the name is of no use any more: the schema has changed, or somebody has dropped it. */
  #isStale(error: unknown): boolean {
    if (this.#text.name === undefined || !isServerError(error)) return false;
    return error.code === "26000" || (error.code === "0A000" && error.message.includes("cached plan"));
  }

  #sendAnew(params: readonly unknown[], reply: PostgresqlReply, options: CallOptions | undefined): void {
    rename(this.#text);
    this.#channel.send(toQuery(this.#text, params), reply, options);
  }

  #report(params: readonly unknown[], reply: PostgresqlReply): PostgresqlReply {
    const { events } = this.#channel;
    const startedAt = performance.now();
    return (error, result) => {
      // A text of several statements, one of our own, gives a list of results.
      const rows = result === undefined || Array.isArray(result) ? 0 : result.rows.length || toCount(result);
      const failure = result === undefined ? this.#toError(error, params) : null;
      events.report({ sql: this.sql, params, startedAt, rows, error: failure });
      reply(error, result);
    };
  }
}

function toRows(result: PostgresqlResult): readonly Row[] {
  return result.rows;
}

/** Null for statements that do not count rows. */
function toCount(result: PostgresqlResult): number {
  return result.rowCount ?? 0;
}
