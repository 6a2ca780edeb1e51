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
import { SqliteTransaction, type SqliteLevel } from "./sqlite-transaction.js";

/**
 * Statements on one SQLite connection. Outside transactions they run at once and give their results without a promise; an open transaction has the
 * connection for itself, and everybody else waits. Every transaction is serializable.
 */
export class SqliteExecutor implements Executor {
  readonly dialect: Dialect = sqliteDialect;
  readonly events: QueryEvents;
  readonly #connection: SqliteConnection;
  readonly #level: SqliteLevel;
  /** By text; null in a transaction, which is too short to keep any. */
  readonly #statements: RecentMap<string, SqliteStatement> | null;
  readonly #wideStatements: RecentMap<string, SqliteStatement> | null;

  /** Without a level: the database outside transactions. */
  constructor(connection: SqliteConnection, level?: SqliteLevel) {
    this.events = connection.events;
    this.#connection = connection;
    this.#level = level ?? { scope: connection.scope, depth: 0, readOnly: false };
    this.#statements = level === undefined ? new RecentMap(statementsMin) : null;
    this.#wideStatements = level === undefined ? new RecentMap(statementsMin) : null;
  }

  prepare(sql: string, options?: PrepareOptions): PreparedStatement {
    const statements = options?.wide === true ? this.#wideStatements : this.#statements;
    if (statements === null || options?.keep === false) return this.#make(sql, options);
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
    const { scope, depth } = this.#level;
    const toExecutor = (level: SqliteLevel): Executor => new SqliteExecutor(this.#connection, level);
    const open = (): SqliteTransaction =>
      new SqliteTransaction(this.#connection, this.#level, { ...options, toExecutor });
    const begin = (): Eventually<SqliteTransaction> => {
      if (!scope.idle) return scope.turn().then(open);
      scope.take();
      return open();
    };
    return runTransaction(begin, run, depth === 0 ? options?.retries : 0);
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
