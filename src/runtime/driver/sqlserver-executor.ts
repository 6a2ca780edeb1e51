import type { Dialect } from "../dialect/dialect.js";
import type {
  Executor,
  PreparedStatement,
  PrepareOptions,
  RawOptions,
  Row,
  StreamOptions,
  TransactionOptions,
} from "../executor.js";
import type { QueryEvents } from "../query-events.js";
import { runTransaction } from "../transaction.js";
import { RecentMap } from "./recent-map.js";
import type { SqlserverChannel } from "./sqlserver-channel.js";
import type { SqlserverPoolChannel } from "./sqlserver-pool-channel.js";
import { toRawObjects } from "./sqlserver-raw.js";
import { toRawParameter } from "./sqlserver-raw-parameter.js";
import { SqlserverStatement } from "./sqlserver-statement.js";
import { streamSqlserverAlone, streamSqlserverWithin } from "./sqlserver-stream.js";
import { beginSqlserver, beginSqlserverSavepoint, type SqlserverLevel } from "./sqlserver-transaction.js";

/** What the executors of one database share. */
export interface SqlserverServer {
  readonly pool: SqlserverPoolChannel;
  readonly dialect: Dialect;
  /** Ends the pool, where it is ours. */
  readonly close: () => Promise<void>;
}

/** Statements on SQL Server: each on a free connection of the pool, or all on that of a transaction. */
export class SqlserverExecutor implements Executor {
  readonly dialect: Dialect;
  readonly events: QueryEvents;
  readonly inTransaction: boolean;
  readonly #server: SqlserverServer;
  readonly #level: SqlserverLevel | null;
  readonly #channel: SqlserverChannel;
  readonly #statements = new RecentMap<string, SqlserverStatement>(statementsMax);

  /** A level of null is the database outside transactions. */
  constructor(server: SqlserverServer, level: SqlserverLevel | null = null) {
    this.dialect = server.dialect;
    this.events = server.pool.events;
    this.inTransaction = level !== null;
    this.#server = server;
    this.#level = level;
    this.#channel = level?.channel ?? server.pool;
  }

  prepare(sql: string, { keep = true, table }: PrepareOptions = {}): PreparedStatement {
    if (!keep) return new SqlserverStatement(this.#channel, sql, { table });
    const kept = this.#statements.get(sql);
    if (kept !== undefined) return kept;
    const made = new SqlserverStatement(this.#channel, sql, { table });
    this.#statements.set(sql, made);
    return made;
  }

  raw(sql: string, params: readonly unknown[], options?: RawOptions): Promise<readonly object[]> {
    return new SqlserverStatement(this.#channel, sql).ask(params.map(toRawParameter), toRawObjects, options);
  }

  stream(sql: string, params: readonly unknown[], options: StreamOptions): AsyncIterable<readonly Row[]> {
    const call = { sql, params, options };
    return this.#level === null
      ? streamSqlserverAlone(this.#server.pool, call)
      : streamSqlserverWithin(this.#level.channel, call);
  }

  transaction<R>(run: (tx: Executor) => Promise<R>, options?: TransactionOptions): Promise<R> {
    const around = this.#level;
    const open = async () => {
      const { level, ...ends } = await (around === null
        ? beginSqlserver(this.#server.pool, options)
        : beginSqlserverSavepoint(around, options));
      return {
        ...ends,
        executor: new SqlserverExecutor(this.#server, level),
        scope: level.scope,
        exclusive: around !== null,
      };
    };
    return runTransaction(open, run, around === null ? options?.retries : 0);
  }

  async close(): Promise<void> {
    if (this.#level === null) await this.#server.close();
  }
}

/** How many texts have an object kept. */
const statementsMax = 500;
