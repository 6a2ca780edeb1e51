import type { DuckDBResult } from "@duckdb/node-api";
import type { Row, StreamOptions } from "tablewright/dialect";
import type { DuckdbChannel } from "./duckdb-channel.js";
import type { DuckdbConnection } from "./duckdb-connection.js";
import { toDriverValue } from "./driver-values.js";
import { toDuckdbError } from "./duckdb-error.js";

export interface StreamCall {
  readonly sql: string;
  readonly params: readonly unknown[];
  readonly options: StreamOptions;
}

/**
 * Rows in batches. Outside a transaction the stream has a connection of its own; within one it runs on the transaction's, which waits until it ends.
 * `timeoutMs` bounds each batch.
 */
export async function* streamDuckdb(channel: DuckdbChannel, call: StreamCall): AsyncGenerator<readonly Row[]> {
  call.options.signal?.throwIfAborted();
  const held = await hold(channel, call.options);
  try {
    yield* batches(held.connection, call);
  } catch (error) {
    throw toDuckdbError(error, { sql: call.sql, table: call.options.table });
  } finally {
    held.release();
  }
}

interface Held {
  readonly connection: DuckdbConnection;
  readonly release: () => void;
}

/** A connection for longer than one statement. */
function hold(channel: DuckdbChannel, options: StreamOptions): Promise<Held> {
  return new Promise((resolve, reject) => {
    const until = (connection: DuckdbConnection): Promise<void> =>
      new Promise((release) => resolve({ connection, release }));
    channel.use(until, options).catch(reject);
  });
}

async function* batches(
  connection: DuckdbConnection,
  { sql, params, options }: StreamCall,
): AsyncGenerator<readonly Row[]> {
  const { batchSize } = options;
  const result = await connection.stream({ sql, params, options, keep: false });
  let rest: readonly Row[] = [];
  for (;;) {
    const chunk = await connection.bounded(options, sql, () => fetch(result));
    if (chunk === null) break;
    rest = rest.length === 0 ? chunk : [...rest, ...chunk];
    for (; rest.length >= batchSize; rest = rest.slice(batchSize)) yield rest.slice(0, batchSize);
  }
  if (rest.length > 0) yield rest;
}

/** Some 2,000 rows; null at the end. */
async function fetch(result: DuckDBResult): Promise<readonly Row[] | null> {
  const chunk = await result.fetchChunk();
  if (chunk === null || chunk.rowCount === 0) return null;
  return chunk.convertRows(toDriverValue);
}
