import type { config, ConnectionPool } from "mssql";
import { ConnectionFailedError } from "../errors/connection-errors.js";
import { toConnectError } from "./sqlserver-error.js";
import type { SqlserverPool } from "./sqlserver-connection.js";
import type { SqlserverConnectOptions, SqlserverOptions } from "./sqlserver-options.js";
import { loadSqlserverPackage } from "./sqlserver-package.js";
import { SqlserverPoolChannel } from "./sqlserver-pool-channel.js";
import { isSqlserverUrl, readSqlserverUrl } from "./sqlserver-url.js";

/** A pool that is connected, and how to end it. */
export interface OpenSqlserverPool {
  readonly channel: SqlserverPoolChannel;
  /** Waits for what is under way, and ends the pool where it is ours. */
  readonly close: () => Promise<void>;
}

/** Connects a pool, failing with `ConnectionFailedError`. */
export async function openSqlserverPool(options: SqlserverOptions): Promise<OpenSqlserverPool> {
  const { mssql, tedious } = await loadSqlserverPackage();
  const given = givenPool(options);
  if (given !== null) assertSettings(given);
  const pool = (given ?? makePool(mssql.ConnectionPool, options as GivenOptions)) as unknown as SqlserverPool;
  // An error of a connection that nobody uses would end the process; the next statement on it reports the loss.
  pool.on("error", ignore);
  try {
    await pool.connect();
  } catch (error) {
    throw toConnectError(error);
  }
  const channel = new SqlserverPoolChannel(pool, tedious);
  const close = async (): Promise<void> => {
    await channel.close();
    if (given === null) await pool.close();
  };
  return { channel, close };
}

type GivenOptions = Exclude<SqlserverOptions, ConnectionPool>;

function givenPool(options: SqlserverOptions): ConnectionPool | null {
  if (typeof options === "string") return null;
  if ("request" in options) return options;
  // mssql's configuration has settings of its pool under that name.
  return "pool" in options && options.pool !== undefined && "request" in options.pool ? options.pool : null;
}

function makePool(Pool: new (options: config | string) => ConnectionPool, options: GivenOptions): ConnectionPool {
  try {
    const pool = new Pool(toConfiguration(options));
    const { config } = pool as unknown as { readonly config: { options?: object } };
    config.options = { ...config.options, ...ownSettings };
    return pool;
  } catch (error) {
    throw toConnectError(error);
  }
}

/** What the caller says of these is overruled. */
const ownSettings = { useUTC: true, useColumnNames: false, camelCaseColumns: false } as const;

/** Rows would come in another form, or dates in the time of this place. */
function assertSettings(pool: ConnectionPool): void {
  const { config } = pool as unknown as { readonly config: { readonly options?: Readonly<Record<string, unknown>> } };
  const odd = Object.entries(ownSettings).find(([name, value]) => (config.options?.[name] ?? value) !== value);
  if (odd === undefined) return;
  throw new ConnectionFailedError(`pool: it was made with options.${odd[0]} ${String(!odd[1])}: leave it out`);
}

function toConfiguration(options: GivenOptions): config | string {
  if (typeof options === "string") return isSqlserverUrl(options) ? fromUrl(options) : options;
  return "url" in options ? fromUrl(options.url) : withDefaults(options as SqlserverConnectOptions);
}

function fromUrl(url: string): config {
  return withDefaults(readSqlserverUrl(url) as unknown as SqlserverConnectOptions);
}

/** Calls are bounded one by one; and a connection's socket tells whether it lives, without a question to the server before each statement. */
function withDefaults(options: SqlserverConnectOptions): config {
  const told = options.options !== undefined && "requestTimeout" in options.options;
  const defaults = { validateConnection: "socket", ...(told ? {} : { requestTimeout: 0 }) };
  return { ...defaults, ...options } as unknown as config;
}

function ignore(): void {}
