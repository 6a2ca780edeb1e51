import type { Pool } from "pg";
import type { Executor } from "../executor.js";
import { loadDriver } from "./load-driver.js";
import { PostgresqlExecutor } from "./postgresql-executor.js";
import type { PostgresqlConnectOptions, PostgresqlOptions, PostgresqlSettings } from "./postgresql-options.js";
import { PostgresqlPipelines } from "./postgresql-pipelines.js";
import { PostgresqlPoolChannel } from "./postgresql-pool-channel.js";
import { PostgresqlTexts } from "./postgresql-text.js";

/**
 * Connects to a server by pg, a peer dependency. With options it makes a pool and one connection of it, failing with `ConnectionFailedError`; a pool that
 * is handed in is used when the first statement comes.
 */
export async function openPostgresql(options: PostgresqlOptions): Promise<Executor> {
  if (isPool(options)) return openPool(options, {});
  if ("pool" in options) return openPool(options.pool, options);
  return connect(options);
}

async function connect(options: PostgresqlConnectOptions): Promise<Executor> {
  const { namedStatementsMax, ownQueries, pipelines: max = 0, ...config } = options;
  const { default: driver } = await loadDriver("pg", () => import("pg"));
  const pool = new driver.Pool(config);
  const pipelines = max > 0 ? new PostgresqlPipelines({ ClientClass: driver.Client, config, max }) : undefined;
  const channel = new PostgresqlPoolChannel(pool, { ownQueries, pipelines });
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

interface ExecutorSettings extends PostgresqlSettings {
  readonly close: () => Promise<void>;
}

function toExecutor(pool: Pool, channel: PostgresqlPoolChannel, settings: ExecutorSettings): Executor {
  hearErrors(pool);
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await channel.close();
    await settings.close();
  };
  const texts = new PostgresqlTexts(settings.namedStatementsMax ?? 500);
  return new PostgresqlExecutor({ pool: channel, texts, close: () => (closing ??= close()) });
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
