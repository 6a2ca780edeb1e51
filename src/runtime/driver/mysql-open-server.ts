import type { Pool, PoolOptions } from "mysql2";
import type { Pool as PromisePool } from "mysql2/promise";
import type { Dialect } from "../dialect/dialect.js";
import type { Executor } from "../executor.js";
import { ConnectionFailedError } from "../errors/connection-errors.js";
import { loadDriver } from "./load-driver.js";
import { toMysqlConnectError } from "./mysql-error.js";
import { MysqlExecutor } from "./mysql-executor.js";
import type { MysqlConnectOptions, MysqlOptions, MysqlPoolOptions } from "./mysql-options.js";
import { MysqlPoolChannel } from "./mysql-pool-channel.js";

/** Opens a server of either kind, which must be the one that the dialect is for. */
export async function openMysqlServer(dialect: Dialect, options: MysqlOptions): Promise<Executor> {
  if (isPool(options)) return openPool(toCallbackPool(options), dialect);
  if (holdsPool(options)) return openPool(toCallbackPool(options.pool), dialect);
  return connect(options, dialect);
}

async function connect(options: MysqlConnectOptions, dialect: Dialect): Promise<Executor> {
  const { default: driver } = await loadDriver("mysql2", () => import("mysql2"));
  const pool = makePool(driver.createPool, options);
  const channel = new MysqlPoolChannel(pool, dialect.name);
  try {
    channel.release(await channel.connect(), null);
  } catch (error) {
    await end(pool);
    throw error;
  }
  return toExecutor(channel, dialect, () => end(pool));
}

function makePool(createPool: (options: PoolOptions) => Pool, options: MysqlConnectOptions): Pool {
  try {
    return createPool({ maxPreparedStatements: 500, charset: "utf8mb4", ...options, ...ownSettings });
  } catch (error) {
    throw toMysqlConnectError(error);
  }
}

/** What a URL or the caller says of these is overruled. */
const ownSettings = {
  supportBigNumbers: true,
  bigNumberStrings: true,
  dateStrings: true,
  jsonStrings: true,
  decimalNumbers: false,
  multipleStatements: false,
  namedPlaceholders: false,
  resetOnRelease: false,
  rowsAsArray: true,
  stringifyObjects: false,
  timezone: "Z",
  typeCast: true,
} as const satisfies PoolOptions;

function isPool(options: MysqlOptions): options is Pool | PromisePool {
  return "getConnection" in options && typeof options.getConnection === "function";
}

function holdsPool(options: MysqlConnectOptions | MysqlPoolOptions): options is MysqlPoolOptions {
  return "pool" in options;
}

function toCallbackPool(pool: Pool | PromisePool): Pool {
  return "pool" in pool ? pool.pool : pool;
}

function openPool(pool: Pool, dialect: Dialect): Executor {
  assertFoundRows(pool);
  return toExecutor(new MysqlPoolChannel(pool, dialect.name), dialect, async () => {});
}

/** Without this flag of the protocol an update counts the rows that it changed, not those that it found. */
function assertFoundRows(pool: Pool): void {
  const { connectionConfig } = pool.config as { readonly connectionConfig?: { readonly clientFlags?: number } };
  if (((connectionConfig?.clientFlags ?? foundRows) & foundRows) !== 0) return;
  throw new ConnectionFailedError('pool: it was made with the flag "-FOUND_ROWS": leave it out');
}

const foundRows = 2;

function toExecutor(pool: MysqlPoolChannel, dialect: Dialect, endPool: () => Promise<void>): Executor {
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await pool.close();
    await endPool();
  };
  return new MysqlExecutor({ pool, dialect, close: () => (closing ??= close()) });
}

function end(pool: Pool): Promise<void> {
  return new Promise((resolve, reject) => {
    pool.end((error) => (error === null || error === undefined ? resolve() : reject(error)));
  });
}
