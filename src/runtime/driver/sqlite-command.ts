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
    if (this.#connection.events.active) return this.#reported(params, readRows, (rows) => rows.length);
    return this.#guarded(params, readRows);
  }

  /** The number of rows that it changed. */
  run(params: readonly unknown[]): number {
    if (this.#connection.events.active) return this.#reported(params, change, (changes) => changes);
    return this.#guarded(params, change);
  }

  /** The labels of its columns; empty for a statement without rows. */
  labels(): readonly string[] {
    const statement = this.#statement ?? this.#prepare();
    return this.#reads ? statement.columns().map(({ name }) => name) : [];
  }

  #guarded<R>(params: readonly unknown[], call: Call<R>): R {
    const statement = this.#statement ?? this.#prepare();
    try {
      return call(statement, params, this.#reads);
    } catch (error) {
      throw toSqliteError(error, { sql: this.sql, table: this.#table, running: true });
    }
  }

  #reported<R>(params: readonly unknown[], call: Call<R>, count: (result: R) => number): R {
    const report = { sql: this.sql, params, startedAt: performance.now() };
    let result: R;
    try {
      result = this.#guarded(params, call);
    } catch (error) {
      this.#connection.events.report({ ...report, rows: 0, error });
      throw error;
    }
    this.#connection.events.report({ ...report, rows: count(result), error: null });
    return result;
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
}

type Call<R> = (statement: Statement<unknown[], Row>, params: readonly unknown[], reads: boolean) => R;

function readRows(statement: Statement<unknown[], Row>, params: readonly unknown[], reads: boolean): readonly Row[] {
  if (reads) return statement.all(params);
  statement.run(params);
  return [];
}

function change(statement: Statement<unknown[], Row>, params: readonly unknown[]): number {
  return statement.run(params).changes;
}
