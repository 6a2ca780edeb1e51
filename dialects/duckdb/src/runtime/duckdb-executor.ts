import {
  RecentMap,
  runTransaction,
  type Dialect,
  type Executor,
  type OpenTransaction,
  type PreparedStatement,
  type PrepareOptions,
  type QueryEvents,
  type RawOptions,
  type Row,
  type StreamOptions,
  type TransactionOptions,
} from "tablewright/dialect";
import { toPoolChannel, type DuckdbChannel } from "./duckdb-channel.js";
import { duckdbDialect } from "./duckdb-dialect.js";
import type { DuckdbPool } from "./duckdb-pool.js";
import { DuckdbStatement } from "./duckdb-statement.js";
import { streamDuckdb } from "./duckdb-stream.js";
import { beginDuckdb, beginWithin, type DuckdbLevel } from "./duckdb-transaction.js";
import { toRawParameter } from "./raw-values.js";

/** Statements on a database of DuckDB: each on a free connection, or all on that of a transaction. */
export class DuckdbExecutor implements Executor {
  readonly dialect: Dialect = duckdbDialect;
  readonly events: QueryEvents;
  readonly inTransaction: boolean;
  readonly #pool: DuckdbPool;
  readonly #level: DuckdbLevel | null;
  readonly #channel: DuckdbChannel;
  readonly #statements = new RecentMap<string, DuckdbStatement>(statementsMin);

  /** A level of null is the database outside transactions. */
  constructor(pool: DuckdbPool, level: DuckdbLevel | null = null) {
    this.events = pool.events;
    this.inTransaction = level !== null;
    this.#pool = pool;
    this.#level = level;
    this.#channel = level?.channel ?? toPoolChannel(pool);
  }

  prepare(sql: string, options?: PrepareOptions): PreparedStatement {
    if (options?.keep === false) return new DuckdbStatement(this.#channel, sql, options);
    const kept = this.#statements.get(sql);
    if (kept !== undefined) return kept;
    const made = new DuckdbStatement(this.#channel, sql, options);
    this.#statements.set(sql, made);
    return made;
  }

  raw(sql: string, params: readonly unknown[], options?: RawOptions): Promise<readonly object[]> {
    const statement = new DuckdbStatement(this.#channel, sql, { keep: options?.keep });
    return statement.objects(params.map(toRawParameter), options);
  }

  stream(sql: string, params: readonly unknown[], options: StreamOptions): AsyncIterable<readonly Row[]> {
    return streamDuckdb(this.#channel, { sql, params, options });
  }

  transaction<R>(run: (tx: Executor) => Promise<R>, options?: TransactionOptions): Promise<R> {
    const around = this.#level;
    const open = async (): Promise<OpenTransaction> => {
      const begun = await (around === null ? beginDuckdb(this.#pool, options) : beginWithin(around));
      return { ...begun, executor: new DuckdbExecutor(this.#pool, begun.level), exclusive: around !== null };
    };
    return runTransaction(open, run, around === null ? options?.retries : 0);
  }

  async close(): Promise<void> {
    if (this.#level === null) await this.#pool.close();
  }
}

const statementsMin = 250;
