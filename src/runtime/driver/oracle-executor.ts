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
import type { OracleChannel } from "./oracle-channel.js";
import type { OraclePoolChannel } from "./oracle-pool-channel.js";
import { toRawObjects } from "./oracle-raw.js";
import { toRawParameter } from "./oracle-raw-parameter.js";
import { OracleStatement } from "./oracle-statement.js";
import { streamOracleAlone, streamOracleWithin } from "./oracle-stream.js";
import { beginOracle, beginOracleSavepoint, type OracleLevel } from "./oracle-transaction.js";
import { RecentMap } from "./recent-map.js";

/** What the executors of one database share. */
export interface OracleServer {
  readonly pool: OraclePoolChannel;
  readonly dialect: Dialect;
  /** Ends the pool, where it is ours. */
  readonly close: () => Promise<void>;
}

/** Statements on Oracle: each on a free connection of the pool, or all on that of a transaction. */
export class OracleExecutor implements Executor {
  readonly dialect: Dialect;
  readonly events: QueryEvents;
  readonly inTransaction: boolean;
  readonly #server: OracleServer;
  readonly #level: OracleLevel | null;
  readonly #channel: OracleChannel;
  readonly #statements = new RecentMap<string, OracleStatement>(statementsMax);

  /** A level of null is the database outside transactions. */
  constructor(server: OracleServer, level: OracleLevel | null = null) {
    this.dialect = server.dialect;
    this.events = server.pool.events;
    this.inTransaction = level !== null;
    this.#server = server;
    this.#level = level;
    this.#channel = level?.channel ?? server.pool;
  }

  prepare(sql: string, { keep = true, table }: PrepareOptions = {}): PreparedStatement {
    if (!keep) return new OracleStatement(this.#channel, sql, { table, keep });
    const kept = this.#statements.get(sql);
    if (kept !== undefined) return kept;
    const made = new OracleStatement(this.#channel, sql, { table });
    this.#statements.set(sql, made);
    return made;
  }

  raw(sql: string, params: readonly unknown[], options?: RawOptions): Promise<readonly object[]> {
    const statement = new OracleStatement(this.#channel, sql, { keep: options?.keep });
    return statement.ask({ params: params.map(toRawParameter) }, toRawObjects, options);
  }

  stream(sql: string, params: readonly unknown[], options: StreamOptions): AsyncIterable<readonly Row[]> {
    const call = { sql, params, options };
    return this.#level === null
      ? streamOracleAlone(this.#server.pool, call)
      : streamOracleWithin(this.#level.channel, call);
  }

  transaction<R>(run: (tx: Executor) => Promise<R>, options?: TransactionOptions): Promise<R> {
    const around = this.#level;
    const open = async () => {
      const { level, ...ends } = await (around === null
        ? beginOracle(this.#server.pool, options)
        : beginOracleSavepoint(around, options));
      return {
        ...ends,
        executor: new OracleExecutor(this.#server, level),
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

/** How many texts have an object kept; what connections keep of them is the driver's affair. */
const statementsMax = 500;
