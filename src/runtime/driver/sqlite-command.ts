import type { Statement } from "better-sqlite3";
import type { Row } from "../executor.js";
import type { ErrorTable } from "../errors/error-context.js";
import type { SqliteConnection } from "./sqlite-connection.js";
import { toSqliteError } from "./sqlite-error.js";

/** A statement on one connection, prepared when it is first run. Runs at once: whether it may is its caller's concern. */
export class SqliteCommand {
  readonly sql: string;
  readonly #connection: SqliteConnection;
  readonly #wide: boolean;
  readonly #table: ErrorTable | undefined;
  #statement: Statement<unknown[], Row> | null = null;
  /** Whether it gives rows; known once it is prepared. */
  #reads = false;

  constructor(connection: SqliteConnection, sql: string, options: { wide: boolean; table: ErrorTable | undefined }) {
    this.#connection = connection;
    this.sql = sql;
    this.#wide = options.wide;
    this.#table = options.table;
  }

  /** Its rows; none for a statement that only changes something. */
  all(params: readonly unknown[]): readonly Row[] {
    if (this.#connection.events.active) return this.#reported(params, true).rows;
    const statement = this.#statement ?? this.#prepare();
    try {
      if (this.#reads) return statement.all(params);
      statement.run(params);
      return [];
    } catch (error) {
      throw this.#toError(error);
    }
  }

  /** The number of rows that it changed. */
  run(params: readonly unknown[]): number {
    if (this.#connection.events.active) return this.#reported(params, false).count;
    const statement = this.#statement ?? this.#prepare();
    try {
      return statement.run(params).changes;
    } catch (error) {
      throw this.#toError(error);
    }
  }

  /** The labels of its columns; empty for a statement without rows. */
  labels(): readonly string[] {
    const statement = this.#statement ?? this.#prepare();
    return this.#reads ? statement.columns().map(({ name }) => name) : [];
  }

  #reported(params: readonly unknown[], reading: boolean): Outcome {
    const { events } = this.#connection;
    const report = { sql: this.sql, params, startedAt: performance.now() };
    try {
      const outcome = this.#outcome(params, reading);
      events.report({ ...report, rows: outcome.count, error: null });
      return outcome;
    } catch (cause) {
      const error = this.#toError(cause);
      events.report({ ...report, rows: 0, error });
      throw error;
    }
  }

  #outcome(params: readonly unknown[], reading: boolean): Outcome {
    const statement = this.#statement ?? this.#prepare();
    if (!reading || !this.#reads) return { rows: [], count: statement.run(params).changes };
    const rows = statement.all(params);
    return { rows, count: rows.length };
  }

  #prepare(): Statement<unknown[], Row> {
    try {
      const statement = this.#connection.native.prepare<unknown[], Row>(this.sql).safeIntegers(this.#wide);
      this.#reads = statement.reader;
      this.#statement = this.#reads ? statement.raw(true) : statement;
      return this.#statement;
    } catch (error) {
      throw toSqliteError(error, { sql: this.sql, table: this.#table });
    }
  }

  #toError(error: unknown): unknown {
    return toSqliteError(error, { sql: this.sql, table: this.#table, running: true });
  }
}

interface Outcome {
  readonly rows: readonly Row[];
  readonly count: number;
}
