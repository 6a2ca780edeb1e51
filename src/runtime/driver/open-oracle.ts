import type Oracledb from "oracledb";
import type { Connection, Pool, PoolAttributes } from "oracledb";
import { oracleDialect } from "../dialect/oracle-dialect.js";
import type { Executor } from "../executor.js";
import { loadDriver } from "./load-driver.js";
import { toConnectError } from "./oracle-error.js";
import { OracleExecutor } from "./oracle-executor.js";
import type { OracleConnectOptions, OracleOptions } from "./oracle-options.js";
import { OraclePoolChannel } from "./oracle-pool-channel.js";
import { OracleSessions, type OracleDriver } from "./oracle-session.js";
import { readOracleUrl } from "./oracle-url.js";

/**
 * Connects to an Oracle server by the thin mode of oracledb, a peer dependency. With options it makes a pool and one connection of it, failing with
 * `ConnectionFailedError`; a pool that is handed in is used when the first statement comes.
 */
export async function openOracle(options: OracleOptions): Promise<Executor> {
  const given = givenPool(options);
  const { default: driver } = await loadDriver("oracledb", () => import("oracledb"));
  const sessions = new OracleSessions(driver);
  if (given !== null) return toExecutor(new OraclePoolChannel(given, sessions), async () => {});
  const pool = await makePool(driver, sessions, toPoolOptions(options));
  const channel = new OraclePoolChannel(pool, sessions);
  try {
    await channel.release(await channel.connect(), null);
  } catch (error) {
    await pool.close(0);
    throw error;
  }
  return toExecutor(channel, () => pool.close(0));
}

function givenPool(options: OracleOptions): Pool | null {
  if (typeof options === "string") return null;
  if ("getConnection" in options) return options;
  return "pool" in options ? options.pool : null;
}

function toPoolOptions(options: Exclude<OracleOptions, Pool>): OracleConnectOptions {
  if (typeof options === "string") return readOracleUrl(options);
  return "url" in options ? readOracleUrl(options.url) : (options as OracleConnectOptions);
}

async function makePool(driver: OracleDriver, sessions: OracleSessions, options: PoolAttributes): Promise<Pool> {
  const { sessionCallback: further } = options;
  const sessionCallback: SessionCallback = (connection, tag, done) => {
    sessions.prepare(connection).then(
      () => (typeof further === "function" ? further(connection, tag, done as (error?: unknown) => void) : done()),
      (error: unknown) => done(error as Oracledb.DBError),
    );
  };
  try {
    // Without a name of its own the first pool would be the one that the driver's users get unasked.
    const poolAlias = `tablewright-${crypto.randomUUID()}`;
    return await driver.createPool({ poolAlias, stmtCacheSize: 200, ...options, sessionCallback });
  } catch (error) {
    throw toConnectError(error);
  }
}

type SessionCallback = (
  connection: Connection,
  requestedTag: string,
  done: (error?: Oracledb.DBError, connection?: Connection) => void,
) => void;

function toExecutor(pool: OraclePoolChannel, endPool: () => Promise<void>): Executor {
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await pool.close();
    await endPool();
  };
  return new OracleExecutor({ pool, dialect: oracleDialect, close: () => (closing ??= close()) });
}
