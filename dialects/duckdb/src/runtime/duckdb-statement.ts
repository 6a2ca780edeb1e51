import { ResultReturnType, type DuckDBMaterializedResult } from "@duckdb/node-api";
import {
  toObjects,
  type CallOptions,
  type ErrorContext,
  type ErrorTable,
  type PreparedStatement,
  type Row,
} from "tablewright/dialect";
import { CheckViolationError } from "tablewright/runtime";
import { checkOf } from "./constraint-error.js";
import type { DuckdbChannel } from "./duckdb-channel.js";
import { toDuckdbError } from "./duckdb-error.js";
import { toDriverValue } from "./driver-values.js";
import { findCheckName } from "./find-check-name.js";
import { toRawReader } from "./raw-values.js";

export interface StatementOptions {
  readonly table?: ErrorTable | undefined;
  readonly keep?: boolean | undefined;
}

/** A statement as callers hold it. */
export class DuckdbStatement implements PreparedStatement {
  readonly sql: string;
  readonly #channel: DuckdbChannel;
  readonly #options: StatementOptions;

  constructor(channel: DuckdbChannel, sql: string, options: StatementOptions = {}) {
    this.sql = sql;
    this.#channel = channel;
    this.#options = options;
  }

  all(params: readonly unknown[], options?: CallOptions): Promise<readonly Row[]> {
    return this.#run(params, options, readRows);
  }

  run(params: readonly unknown[], options?: CallOptions): Promise<number> {
    return this.#run(params, options, async (result) => result.rowsChanged);
  }

  /** Its rows as objects, decoded by the types of their columns. */
  objects(params: readonly unknown[], options?: CallOptions): Promise<readonly object[]> {
    return this.#run(params, options, async (result) => {
      const rows = await readRows(result);
      return toObjects(result.columnNames(), rows, (column) => toRawReader(result.columnType(column)));
    });
  }

  async #run<R>(
    params: readonly unknown[],
    options: CallOptions | undefined,
    pick: (result: DuckDBMaterializedResult) => Promise<R>,
  ): Promise<R> {
    const { events } = this.#channel;
    const startedAt = performance.now();
    const report = (rows: number, error: unknown): void => {
      if (events.active) events.report({ sql: this.sql, params, startedAt, rows, error });
    };
    try {
      const { keep } = this.#options;
      const picked = await this.#channel.use(async (connection) => {
        const result = await connection.run({ sql: this.sql, params, keep, options });
        report(result.returnType === ResultReturnType.QUERY_RESULT ? result.rowCount : result.rowsChanged, null);
        return pick(result);
      }, options);
      return picked;
    } catch (cause) {
      const error = await this.#toError(cause);
      report(0, error);
      throw error;
    }
  }

  async #toError(cause: unknown): Promise<unknown> {
    const context: ErrorContext = { sql: this.sql, table: this.#options.table };
    const error = toDuckdbError(cause, context);
    const check = error instanceof CheckViolationError ? checkOf(cause) : null;
    if (check === null || context.table === undefined || !(error instanceof CheckViolationError)) return error;
    return findCheckName(this.#channel.pool, error, { check, table: context.table });
  }
}

/** A statement that only changes something gives none. */
async function readRows(result: DuckDBMaterializedResult): Promise<readonly Row[]> {
  return result.returnType === ResultReturnType.QUERY_RESULT ? result.convertRows(toDriverValue) : [];
}
