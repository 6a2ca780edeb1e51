import sql from "mssql";
import type { CatalogQuery } from "./catalog-query.js";
import { toDriverOptions } from "./sqlserver-driver-options.js";
import { isStatementTimeout, toConnectionFailure, toTimeoutFailure } from "./sqlserver-failure.js";

/** An open connection to a server. */
export interface SqlserverConnection {
  /** How many statements were sent. */
  readonly statements: number;
  /** Asks one question of the catalog; `timeoutMs` is how many milliseconds the answer may take. */
  ask<Row>(query: CatalogQuery<Row>, schemas: string, timeoutMs: number): Promise<readonly Row[]>;
  close(): Promise<void>;
}

/** Opens a connection from a URL or from the driver's own configuration; a server that refuses it is a `Failure`. */
export async function openSqlserverConnection(
  connection: string | Readonly<Record<string, unknown>>,
): Promise<SqlserverConnection> {
  const { options, address } = toDriverOptions(connection);
  const pool = await connect(options).catch((error: unknown) => {
    throw toConnectionFailure(error, address);
  });
  return new PoolConnection(pool, address);
}

/** One connection, which is not asked whether it still lives: a statement tells that too. */
async function connect(options: Readonly<Record<string, unknown>>): Promise<sql.ConnectionPool> {
  const own = { server: "localhost", ...options };
  const pool = new sql.ConnectionPool({ ...own, pool: { max: 1, min: 0 }, validateConnection: false });
  // A lost connection is also reported to the statement under way; without a listener, Node would end the process.
  pool.on("error", () => undefined);
  return pool.connect();
}

/** The driver takes a request's own timeout (mssql 12, `lib/base/request.js`), of which its types do not tell. */
const TimedRequest = sql.Request as unknown as new (
  pool: sql.ConnectionPool,
  overrides: { readonly requestTimeout: number },
) => sql.Request;

class PoolConnection implements SqlserverConnection {
  statements = 0;
  readonly #pool: sql.ConnectionPool;
  readonly #address: string;

  constructor(pool: sql.ConnectionPool, address: string) {
    this.#pool = pool;
    this.#address = address;
  }

  async ask<Row>(query: CatalogQuery<Row>, schemas: string, timeoutMs: number): Promise<readonly Row[]> {
    this.statements += 1;
    const doing = `reading ${query.name}`;
    try {
      const request = new TimedRequest(this.#pool, { requestTimeout: timeoutMs });
      const result = await request.batch<Row>(query.sql(schemas));
      return result.recordset ?? [];
    } catch (error) {
      if (isStatementTimeout(error)) throw toTimeoutFailure(error, this.#address, doing);
      throw toConnectionFailure(error, this.#address, doing);
    }
  }

  async close(): Promise<void> {
    await this.#pool.close().catch(() => undefined);
  }
}
