import { toRawParameter } from "../codec/mysql/raw-parameter.js";
import type { Dialect } from "../dialect/dialect.js";
import type {
  CallOptions,
  Executor,
  PreparedStatement,
  PrepareOptions,
  ProcedureCall,
  ProcedureReply,
  RawOptions,
  Row,
  StreamOptions,
  TransactionOptions,
} from "../executor.js";
import type { QueryEvents } from "../query-events.js";
import { runTransaction } from "../transaction.js";
import type { MysqlChannel } from "./mysql-channel.js";
import type { MysqlPoolChannel } from "./mysql-pool-channel.js";
import { callMysqlProcedure } from "./mysql-procedure.js";
import { toRawObjects } from "./mysql-raw.js";
import { MysqlStatement } from "./mysql-statement.js";
import { streamMysqlAlone, streamMysqlWithin } from "./mysql-stream.js";
import { beginMysql, beginMysqlSavepoint, inOneTurn, onOneConnection, type MysqlLevel } from "./mysql-transaction.js";
import { RecentMap } from "./recent-map.js";

/** What the executors of one database share. */
export interface MysqlServer {
  readonly pool: MysqlPoolChannel;
  readonly dialect: Dialect;
  /** Ends the pool, where it is ours. */
  readonly close: () => Promise<void>;
}

/** Statements on a server of MySQL or MariaDB: each on a free connection of the pool, or all on that of a transaction. */
export class MysqlExecutor implements Executor {
  readonly dialect: Dialect;
  readonly events: QueryEvents;
  readonly inTransaction: boolean;
  readonly #server: MysqlServer;
  readonly #level: MysqlLevel | null;
  readonly #channel: MysqlChannel;
  readonly #statements = new RecentMap<string, MysqlStatement>(statementsMax);

  /** A level of null is the database outside transactions. */
  constructor(server: MysqlServer, level: MysqlLevel | null = null) {
    this.dialect = server.dialect;
    this.events = server.pool.events;
    this.inTransaction = level !== null;
    this.#server = server;
    this.#level = level;
    this.#channel = level?.channel ?? server.pool;
  }

  prepare(sql: string, { keep = true, table, wide = false, instants = false }: PrepareOptions = {}): PreparedStatement {
    if (!keep) return new MysqlStatement(this.#channel, sql, { keep, table, wide });
    // The same text can serve a call that needs every digit of a timestamp, and one that does not.
    const key = instants ? `${sql}\n` : sql;
    const kept = this.#statements.get(key);
    if (kept !== undefined) return kept;
    const made = new MysqlStatement(this.#channel, sql, { keep, table, wide, instants });
    this.#statements.set(key, made);
    return made;
  }

  raw(sql: string, params: readonly unknown[], options?: RawOptions): Promise<readonly object[]> {
    const statement = new MysqlStatement(this.#channel, sql, { keep: options?.keep ?? true, counted: true });
    return statement.ask(params.map(toRawParameter), toRawObjects, options);
  }

  callProcedure(call: ProcedureCall, options?: CallOptions): Promise<ProcedureReply> {
    const run = (channel: MysqlChannel): Promise<ProcedureReply> => callMysqlProcedure(channel, call, options);
    return this.#level === null ? onOneConnection(this.#server.pool, run) : inOneTurn(this.#level, run, options);
  }

  stream(sql: string, params: readonly unknown[], options: StreamOptions): AsyncIterable<readonly Row[]> {
    const call = { sql, params, options };
    return this.#level === null
      ? streamMysqlAlone(this.#server.pool, call)
      : streamMysqlWithin(this.#level.channel, call);
  }

  transaction<R>(run: (tx: Executor) => Promise<R>, options?: TransactionOptions): Promise<R> {
    const around = this.#level;
    const open = async () => {
      const { level, ...ends } = await (around === null
        ? beginMysql(this.#server.pool, options)
        : beginMysqlSavepoint(around, options));
      return {
        ...ends,
        executor: new MysqlExecutor(this.#server, level),
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
