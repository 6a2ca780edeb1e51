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
    if (this.#connection.events.active) return this.#reported(params, toReadOutcome).rows;
    return this.#guarded(params, readRows);
  }

  /** The number of rows that it changed. */
  run(params: readonly unknown[]): number {
    if (this.#connection.events.active) return this.#reported(params, toChangeOutcome).count;
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

  #reported(params: readonly unknown[], call: Call<Outcome>): Outcome {
    const { events } = this.#connection;
    const report = { sql: this.sql, params, startedAt: performance.now() };
    try {
      const outcome = this.#guarded(params, call);
      events.report({ ...report, rows: outcome.count, error: null });
      return outcome;
    } catch (error) {
      events.report({ ...report, rows: 0, error });
      throw error;
    }
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

/** What a listener is told. */
interface Outcome {
  readonly rows: readonly Row[];
  readonly count: number;
}

const toReadOutcome: Call<Outcome> = (statement, params, reads) => {
  if (!reads) return toChangeOutcome(statement, params, reads);
  const rows = statement.all(params);
  return { rows, count: rows.length };
};

const toChangeOutcome: Call<Outcome> = (statement, params) => ({ rows: [], count: change(statement, params) });

function change(statement: Statement<unknown[], Row>, params: readonly unknown[]): number {
  return statement.run(params).changes;
}
