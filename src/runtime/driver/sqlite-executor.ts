import type {
  Eventually,
  Executor,
  PreparedStatement,
  PrepareOptions,
  RawOptions,
  Row,
  StreamOptions,
  TransactionOptions,
} from "../executor.js";
import type { Dialect } from "../dialect/dialect.js";
import { sqliteDialect } from "../dialect/sqlite-dialect.js";
import type { QueryEvents } from "../query-events.js";
import { runTransaction } from "../transaction.js";
import type { SqliteConnection } from "./sqlite-connection.js";
import { RecentMap } from "./recent-map.js";
import { runSqliteRaw } from "./sqlite-raw.js";
import { SqliteStatement } from "./sqlite-statement.js";
import { streamSqlite } from "./sqlite-stream.js";
import { beginSqlite, type SqliteLevel } from "./sqlite-transaction.js";

/**
 * Statements on one SQLite connection. Outside transactions they run at once and give their results without a promise; an open transaction has the
 * connection for itself, and everybody else waits. Every transaction is serializable.
 */
export class SqliteExecutor implements Executor {
  readonly dialect: Dialect = sqliteDialect;
  readonly events: QueryEvents;
  readonly #connection: SqliteConnection;
  readonly #level: SqliteLevel;
  readonly #statements = new RecentMap<string, SqliteStatement>(statementsMin);
  readonly #wideStatements = new RecentMap<string, SqliteStatement>(statementsMin);

  /** Without a level: the database outside transactions. */
  constructor(connection: SqliteConnection, level?: SqliteLevel) {
    this.events = connection.events;
    this.#connection = connection;
    this.#level = level ?? { scope: connection.scope, depth: 0, readOnly: false };
  }

  prepare(sql: string, options?: PrepareOptions): PreparedStatement {
    if (options?.keep === false) return this.#make(sql, options);
    const statements = options?.wide === true ? this.#wideStatements : this.#statements;
    const kept = statements.get(sql);
    if (kept !== undefined) return kept;
    const made = this.#make(sql, options);
    statements.set(sql, made);
    return made;
  }

  raw(sql: string, params: readonly unknown[], options?: RawOptions): Eventually<readonly object[]> {
    const command = this.#connection.command(sql, { wide: true, keep: options?.keep });
    return runSqliteRaw(command, this.#level.scope, params, options);
  }

  stream(sql: string, params: readonly unknown[], options: StreamOptions): AsyncIterable<readonly Row[]> {
    return streamSqlite({ connection: this.#connection, level: this.#level, sql, params, options });
  }

  transaction<R>(run: (tx: Executor) => Promise<R>, options?: TransactionOptions): Promise<R> {
    const begin = () => beginSqlite(this.#connection, this.#level, options);
    const open = async () => {
      const { level, ...ends } = await begin();
      return { ...ends, executor: new SqliteExecutor(this.#connection, level), scope: level.scope, exclusive: true };
    };
    return runTransaction(open, run, this.#level.depth === 0 ? options : { ...options, retries: 0 });
  }

  /** Waits for the transaction that is open, if any. */
  close(): Promise<void> {
    return this.#level.depth > 0 ? Promise.resolve() : this.#connection.close();
  }

  #make(sql: string, options?: PrepareOptions): SqliteStatement {
    return new SqliteStatement(this.#connection.command(sql, options), this.#level.scope);
  }
}

const statementsMin = 250;
