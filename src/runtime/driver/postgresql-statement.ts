import type { CallOptions, PreparedStatement, Row } from "../executor.js";
import type { ErrorTable } from "../errors/error-context.js";
import type { PostgresqlChannel } from "./postgresql-channel.js";
import { toPostgresqlError } from "./postgresql-error.js";
import type { PostgresqlReply, PostgresqlRequest, PostgresqlResult } from "./postgresql-query.js";
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
    return this.#ask(this.#toRequest(params), toRows, options);
  }

  run(params: readonly unknown[], options?: CallOptions): Promise<number> {
    return this.#ask(this.#toRequest(params), toCount, options);
  }

  /** What the server says it did: `COMMIT`, `ROLLBACK`. */
  command(): Promise<string> {
    return this.#ask(this.#toRequest([]), ({ command }) => command);
  }

  /** Runs it, and gives what `pick` takes from a result that tells its columns. */
  describe<R>(params: readonly unknown[], pick: (result: PostgresqlResult) => R, options?: CallOptions): Promise<R> {
    return this.#ask({ ...this.#toRequest(params), described: true }, pick, options);
  }

  #toRequest(params: readonly unknown[]): PostgresqlRequest {
    return { text: this.#text, params, described: false, own: this.#channel.ownQueries };
  }

  #ask<R>(request: PostgresqlRequest, pick: (result: PostgresqlResult) => R, options?: CallOptions): Promise<R> {
    const answer = new Promise<PostgresqlResult>((resolve, reject) => {
      const settle = (error: unknown, result: PostgresqlResult | undefined): void =>
        result === undefined ? reject(error) : resolve(result);
      this.#send(request, this.#channel.events.active ? this.#report(request.params, settle) : settle, options);
    });
    // In a reaction of the promise, an error gets the stack of the caller who awaits it.
    return answer.then(pick, (error: unknown) => {
      throw this.#toError(error, request.params);
    });
  }

  #send(request: PostgresqlRequest, reply: PostgresqlReply, options: CallOptions | undefined): void {
    const again: PostgresqlReply = (error, result) => {
      if (result !== undefined || !this.#isStale(error)) return reply(error, result);
      rename(this.#text);
      if (this.#channel.repeatable) this.#channel.send(request, reply, options);
      else reply(error, result);
    };
    this.#channel.send(request, again, options);
  }

  /** Whether the server's plan for the name is of no use any more: the schema has changed, or somebody has dropped it. */
  #isStale(error: unknown): boolean {
    if (this.#text.name === undefined || !isServerError(error)) return false;
    return error.code === "26000" || (error.code === "0A000" && error.message.includes("cached plan"));
  }

  #toError(error: unknown, params: readonly unknown[]): unknown {
    return toPostgresqlError(error, { sql: this.sql, table: this.#table, hasParameters: params.length > 0 });
  }

  #report(params: readonly unknown[], reply: PostgresqlReply): PostgresqlReply {
    const { events } = this.#channel;
    const startedAt = performance.now();
    return (error, result) => {
      const rows = result === undefined ? 0 : result.rows.length || toCount(result);
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
