import type { Pool, PoolConfig } from "pg";
import type { Executor } from "../executor.js";
import { PostgresqlExecutor } from "./postgresql-executor.js";
import type { PostgresqlOptions, PostgresqlSettings } from "./postgresql-options.js";
import { PostgresqlPoolChannel } from "./postgresql-pool-channel.js";
import { PostgresqlTexts } from "./postgresql-text.js";

/**
 * Connects to a server by pg, a peer dependency. With options it makes a pool and one connection of it, failing with `ConnectionFailedError`; a pool that
 * is handed in is used when the first statement comes.
 */
export async function openPostgresql(options: PostgresqlOptions): Promise<Executor> {
  if (isPool(options)) return openPool(options, {});
  if ("pool" in options) return openPool(options.pool, options);
  const { namedStatementsMax, ...config } = options;
  const pool = await makePool(config);
  const channel = new PostgresqlPoolChannel(pool);
  try {
    (await channel.connect()).release();
  } catch (error) {
    await pool.end();
    throw error;
  }
  return toExecutor(pool, channel, { namedStatementsMax, close: () => pool.end() });
}

function isPool(options: PostgresqlOptions): options is Pool {
  return "connect" in options && typeof options.connect === "function";
}

function openPool(pool: Pool, settings: PostgresqlSettings): Executor {
  return toExecutor(pool, new PostgresqlPoolChannel(pool), { ...settings, close: async () => {} });
}

async function makePool(config: PoolConfig): Promise<Pool> {
  const { default: driver } = await import("pg");
  return new driver.Pool(config);
}

interface ExecutorSettings extends PostgresqlSettings {
  readonly close: () => Promise<void>;
}

function toExecutor(pool: Pool, channel: PostgresqlPoolChannel, settings: ExecutorSettings): Executor {
  // An idle connection that breaks is dropped by the pool; unheard, its error event would end the process.
  const ignore = (): void => {};
  pool.on("error", ignore);
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    channel.close();
    await settings.close();
    pool.removeListener("error", ignore);
  };
  const texts = new PostgresqlTexts(settings.namedStatementsMax ?? 500);
  return new PostgresqlExecutor({ pool: channel, texts, close: () => (closing ??= close()) });
}
