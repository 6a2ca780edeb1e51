import { codecOfOid } from "../codec/postgresql/postgresql-oids.js";
import { toRawParameter } from "../codec/postgresql/raw-parameter.js";
import type { Dialect } from "../dialect/dialect.js";
import { postgresqlDialect } from "../dialect/postgresql-dialect.js";
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
import { toObjects } from "../raw-sql/to-objects.js";
import { runTransaction } from "../transaction.js";
import type { PostgresqlChannel } from "./postgresql-channel.js";
import type { PostgresqlPoolChannel } from "./postgresql-pool-channel.js";
import type { PostgresqlResult } from "./postgresql-query.js";
import { PostgresqlStatement } from "./postgresql-statement.js";
import { streamAlone, streamWithin } from "./postgresql-stream.js";
import type { PostgresqlTexts } from "./postgresql-text.js";
import { beginPostgresql, beginSavepoint, type PostgresqlLevel } from "./postgresql-transaction.js";

/** What the executors of one database share. */
export interface PostgresqlServer {
  readonly pool: PostgresqlPoolChannel;
  readonly texts: PostgresqlTexts;
  /** Ends the pool, where it is ours. */
  readonly close: () => Promise<void>;
}

/** Statements on a PostgreSQL server: each on a free connection of the pool, or all on that of a transaction. */
export class PostgresqlExecutor implements Executor {
  readonly dialect: Dialect = postgresqlDialect;
  readonly events: QueryEvents;
  readonly #server: PostgresqlServer;
  readonly #level: PostgresqlLevel | null;
  readonly #channel: PostgresqlChannel;
  readonly #statements = new Map<string, PostgresqlStatement>();

  /** A level of null is the database outside transactions. */
  constructor(server: PostgresqlServer, level: PostgresqlLevel | null = null) {
    this.events = server.pool.events;
    this.#server = server;
    this.#level = level;
    this.#channel = level?.channel ?? server.pool;
  }

  prepare(sql: string, options?: PrepareOptions): PreparedStatement {
    if (options?.keep === false) return new PostgresqlStatement(this.#channel, { sql, name: undefined }, options.table);
    const kept = this.#statements.get(sql);
    if (kept !== undefined) return kept;
    const text = this.#server.texts.get(sql);
    const made = new PostgresqlStatement(this.#channel, text, options?.table);
    if (text.name !== undefined) this.#statements.set(sql, made);
    return made;
  }

  raw(sql: string, params: readonly unknown[], options?: RawOptions): Promise<readonly object[]> {
    const text = options?.keep === false ? { sql, name: undefined } : this.#server.texts.get(sql);
    return new PostgresqlStatement(this.#channel, text).describe(params.map(toRawParameter), toRawRows, options);
  }

  stream(sql: string, params: readonly unknown[], options: StreamOptions): AsyncIterable<readonly Row[]> {
    const call = { sql, params, options };
    return this.#level === null ? streamAlone(this.#server.pool, call) : streamWithin(this.#level.channel, call);
  }

  transaction<R>(run: (tx: Executor) => Promise<R>, options?: TransactionOptions): Promise<R> {
    const around = this.#level;
    const open = async () => {
      const { level, ...ends } = await (around === null
        ? beginPostgresql(this.#server.pool, options)
        : beginSavepoint(around, options));
      return {
        ...ends,
        executor: new PostgresqlExecutor(this.#server, level),
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

function toRawRows({ fields, rows }: PostgresqlResult): readonly object[] {
  const labels = fields.map(({ name }) => name);
  return toObjects(labels, rows, (column) => codecOfOid(fields[column]?.dataTypeID ?? 0).read);
}
