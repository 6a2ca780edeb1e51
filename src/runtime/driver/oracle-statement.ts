import type { CallOptions, PreparedStatement, Row } from "../executor.js";
import type { ErrorTable } from "../errors/error-context.js";
import type { OracleChannel } from "./oracle-channel.js";
import { toOracleError } from "./oracle-error.js";
import type { OracleReply, OracleRequest, OracleResult } from "./oracle-query.js";

export interface OracleStatementOptions {
  readonly table?: ErrorTable | undefined;
  /** Whether connections keep it parsed. Default true. */
  readonly keep?: boolean | undefined;
}

/** A statement on its way through a channel. */
export class OracleStatement implements PreparedStatement {
  readonly sql: string;
  readonly #channel: OracleChannel;
  readonly #options: OracleStatementOptions;

  constructor(channel: OracleChannel, sql: string, options: OracleStatementOptions = {}) {
    this.sql = sql;
    this.#channel = channel;
    this.#options = options;
  }

  all(params: readonly unknown[], options?: CallOptions): Promise<readonly Row[]> {
    return this.ask({ params }, toRows, options);
  }

  run(params: readonly unknown[], options?: CallOptions): Promise<number> {
    return this.ask({ params }, toCount, options);
  }

  batch(rows: readonly (readonly unknown[])[], options?: CallOptions): Promise<readonly Row[]> {
    return this.ask({ params: rows.flat(), rows }, toRows, options);
  }

  /** Runs it, and gives what `pick` takes from the result. */
  ask<R>(
    values: Pick<OracleRequest, "params" | "rows">,
    pick: (result: OracleResult) => R,
    options?: CallOptions,
  ): Promise<R> {
    const request: OracleRequest = { sql: this.sql, ...values, keep: this.#options.keep ?? true };
    const answer = new Promise<OracleResult>((resolve, reject) => {
      const settle: OracleReply = (error, result) => (result === undefined ? reject(error) : resolve(result));
      this.#channel.send(request, this.#channel.events.active ? this.#report(values.params, settle) : settle, options);
    });
    // In a reaction of the promise, an error gets the stack of the caller who awaits it.
    return answer.then(pick, (error: unknown) => {
      throw this.#toError(error);
    });
  }

  #toError(error: unknown): unknown {
    return toOracleError(error, { sql: this.sql, table: this.#options.table });
  }

  #report(params: readonly unknown[], reply: OracleReply): OracleReply {
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

function toRows({ rows }: OracleResult): readonly Row[] {
  return rows;
}

function toCount({ count }: OracleResult): number {
  return count;
}
