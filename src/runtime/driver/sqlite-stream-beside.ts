import type { Database } from "better-sqlite3";
import type { Row } from "../executor.js";
import { toSqliteError } from "./sqlite-error.js";
import type { SqliteStreamCall } from "./sqlite-stream.js";

/** Reads through a second connection, row by row as SQLite finds them. Each batch is reported as a statement. */
export async function* streamBeside(reader: Database, call: SqliteStreamCall): AsyncGenerator<readonly Row[]> {
  const { batchSize, signal } = call.options;
  let rows: Iterator<Row> | undefined;
  try {
    for (;;) {
      signal?.throwIfAborted();
      const batch = reportBatch(call, () => take((rows ??= openRows(reader, call)), batchSize));
      if (batch.length > 0) yield batch;
      if (batch.length < batchSize) return;
    }
  } finally {
    // A connection cannot be closed while one of its statements is under way.
    rows?.return?.();
    reader.close();
  }
}

function openRows(reader: Database, { sql, params, options }: SqliteStreamCall): Iterator<Row> {
  const statement = reader
    .prepare<unknown[], Row>(sql)
    .safeIntegers(options.wide ?? false)
    .raw(true);
  return statement.iterate(params);
}

function take(rows: Iterator<Row>, count: number): readonly Row[] {
  const batch: Row[] = [];
  while (batch.length < count) {
    const next = rows.next();
    if (next.done === true) break;
    batch.push(next.value);
  }
  return batch;
}

function reportBatch({ connection, sql, params }: SqliteStreamCall, read: () => readonly Row[]): readonly Row[] {
  const report = { sql, params, startedAt: performance.now() };
  try {
    const batch = read();
    connection.events.report({ ...report, rows: batch.length, error: null });
    return batch;
  } catch (cause) {
    const error = toSqliteError(cause, { sql, running: true });
    connection.events.report({ ...report, rows: 0, error });
    throw error;
  }
}
