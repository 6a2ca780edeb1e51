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
  const { namedStatementsMax, ownQueries, ...config } = options;
  const pool = await makePool(config);
  const channel = new PostgresqlPoolChannel(pool, { ownQueries });
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
  return toExecutor(pool, new PostgresqlPoolChannel(pool, settings), { ...settings, close: async () => {} });
}

async function makePool(config: PoolConfig): Promise<Pool> {
  const { default: driver } = await import("pg");
  return new driver.Pool(config);
}

interface ExecutorSettings extends PostgresqlSettings {
  readonly close: () => Promise<void>;
}

function toExecutor(pool: Pool, channel: PostgresqlPoolChannel, settings: ExecutorSettings): Executor {
  hearErrors(pool);
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    channel.close();
    return (closing ??= settings.close());
  };
  const texts = new PostgresqlTexts(settings.namedStatementsMax ?? 500);
  return new PostgresqlExecutor({ pool: channel, texts, close });
}

/**
 * An idle connection that breaks is dropped by its pool; unheard, the pool's error event would end the process. Heard for good: connections of a pool
 * that has ended (pg-pool 3.14) can still be on their way out.
 */
function hearErrors(pool: Pool): void {
  if (heard.has(pool)) return;
  heard.add(pool);
  pool.on("error", () => {});
}

const heard = new WeakSet<Pool>();
