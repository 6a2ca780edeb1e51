import type { PoolConnection } from "mysql2";
import type { Row, StreamOptions } from "../executor.js";
import type { MysqlClientChannel } from "./mysql-client-channel.js";
import { toMysqlError } from "./mysql-error.js";
import type { MysqlPoolChannel } from "./mysql-pool-channel.js";
import { MysqlRowFeed } from "./mysql-row-feed.js";

export interface MysqlStreamCall {
  readonly sql: string;
  readonly params: readonly unknown[];
  readonly options: StreamOptions;
}

/** Rows in batches, as the server sends them, on a connection of their own. `timeoutMs` bounds each batch. */
export async function* streamMysqlAlone(pool: MysqlPoolChannel, call: MysqlStreamCall): AsyncGenerator<readonly Row[]> {
  call.options.signal?.throwIfAborted();
  const connection = await pool.connect();
  const leave = (error: unknown): void => pool.release(connection, error);
  yield* streamFrom({ pool, connection, leave, whenWanted: () => {} }, call);
}

/**
 * The same in a transaction, whose connection serves nothing else until the last row is in: when another statement of the transaction comes, the rest is
 * taken into memory.
 */
export async function* streamMysqlWithin(
  channel: MysqlClientChannel,
  call: MysqlStreamCall,
): AsyncGenerator<readonly Row[]> {
  const { pool, on, scope } = channel;
  await scope.turn(call.options);
  const leave = (error: unknown): void => on.afterFailure(error, () => scope.release());
  const refusal = channel.refusal(call.sql);
  if (refusal !== null) {
    leave(null);
    throw refusal;
  }
  const whenWanted = (tell: () => void): void => scope.whenWanted(tell);
  yield* streamFrom({ pool, connection: on.connection, leave, whenWanted }, call);
}

/** A connection that is ours until `leave` is called, with the error that the statement ended with, or null. */
interface StreamPlace {
  readonly pool: MysqlPoolChannel;
  readonly connection: PoolConnection;
  readonly leave: (error: unknown) => void;
  /** Has us told when somebody waits for the connection. */
  readonly whenWanted: (tell: () => void) => void;
}

async function* streamFrom(
  { pool, connection, leave, whenWanted }: StreamPlace,
  { sql, params, options }: MysqlStreamCall,
): AsyncGenerator<readonly Row[]> {
  const { batchSize: size, table, keep = true, wide = false } = options;
  const startedAt = performance.now();
  const toError = (error: unknown): unknown => (error === null ? null : toMysqlError(error, { sql, table }));
  const onEnd = (error: unknown, rows: number): void => {
    leave(error);
    if (pool.events.active) pool.events.report({ sql, params, startedAt, rows, error: toError(error) });
  };
  const { interruption } = pool;
  const feed = new MysqlRowFeed({ connection, interruption, sql, params, size, keep, wide, toError, onEnd });
  feed.start();
  whenWanted(() => feed.keepAll());
  try {
    for (;;) {
      options.signal?.throwIfAborted();
      const rows = await feed.next(options);
      if (rows.length > 0) yield rows;
      if (rows.length < size) return;
    }
  } finally {
    await feed.stop();
  }
}
