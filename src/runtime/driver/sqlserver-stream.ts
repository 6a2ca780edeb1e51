import type { Row, StreamOptions } from "../executor.js";
import type { SqlserverClientChannel } from "./sqlserver-client-channel.js";
import type { SqlserverConnection } from "./sqlserver-connection.js";
import { toSqlserverError } from "./sqlserver-error.js";
import type { SqlserverPoolChannel } from "./sqlserver-pool-channel.js";
import { SqlserverRowFeed } from "./sqlserver-row-feed.js";

export interface SqlserverStreamCall {
  readonly sql: string;
  readonly params: readonly unknown[];
  readonly options: StreamOptions;
}

/** Rows in batches, as the server sends them, on a connection of their own. `timeoutMs` bounds each batch. */
export async function* streamSqlserverAlone(
  pool: SqlserverPoolChannel,
  call: SqlserverStreamCall,
): AsyncGenerator<readonly Row[]> {
  call.options.signal?.throwIfAborted();
  const connection = await pool.connect();
  const leave = (error: unknown): void => pool.release(connection, error);
  yield* streamFrom({ pool, connection, leave, whenWanted: () => {} }, call);
}

/**
 * The same in a transaction, whose connection serves nothing else until the last row is in: when another statement of the transaction comes, the rest is
 * taken into memory.
 */
export async function* streamSqlserverWithin(
  channel: SqlserverClientChannel,
  call: SqlserverStreamCall,
): AsyncGenerator<readonly Row[]> {
  const { pool, on, scope } = channel;
  await scope.turn(call.options);
  const refusal = channel.refusal(call.sql);
  if (refusal !== null) {
    scope.release();
    throw refusal;
  }
  const leave = (error: unknown): void => on.notice(error, () => scope.release());
  const whenWanted = (tell: () => void): void => scope.whenWanted(tell);
  yield* streamFrom({ pool, connection: on.connection, leave, whenWanted }, call);
}

/** A connection that is ours until `leave` is called, with the error that the statement ended with, or null. */
interface StreamPlace {
  readonly pool: SqlserverPoolChannel;
  readonly connection: SqlserverConnection;
  readonly leave: (error: unknown) => void;
  /** Has us told when somebody waits for the connection. */
  readonly whenWanted: (tell: () => void) => void;
}

async function* streamFrom(
  { pool, connection, leave, whenWanted }: StreamPlace,
  { sql, params, options }: SqlserverStreamCall,
): AsyncGenerator<readonly Row[]> {
  const { batchSize: size, table } = options;
  const startedAt = performance.now();
  const toError = (error: unknown): unknown => (error === null ? null : toSqlserverError(error, { sql, table }));
  const onEnd = (error: unknown, rows: number): void => {
    leave(error);
    if (pool.events.active) pool.events.report({ sql, params, startedAt, rows, error: toError(error) });
  };
  const feed = new SqlserverRowFeed({ pool, connection, sql, params, size, toError, onEnd });
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
