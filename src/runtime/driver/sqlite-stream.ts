import type { Database } from "better-sqlite3";
import type { Row, StreamOptions } from "../executor.js";
import type { SqliteConnection } from "./sqlite-connection.js";
import { streamBeside } from "./sqlite-stream-beside.js";
import { streamSpooled } from "./sqlite-stream-spooled.js";
import type { SqliteLevel } from "./sqlite-transaction.js";

export interface SqliteStreamCall {
  readonly connection: SqliteConnection;
  readonly level: SqliteLevel;
  readonly sql: string;
  readonly params: readonly unknown[];
  readonly options: StreamOptions;
}

/**
 * Rows in batches, in constant memory; between two batches the connection is free for every other statement, writes included. The rows are those of
 * the moment when the first one is asked for, whatever is written meanwhile.
 */
export async function* streamSqlite(call: SqliteStreamCall): AsyncGenerator<readonly Row[]> {
  call.options.signal?.throwIfAborted();
  call.level.scope.assertOpen();
  const reader = call.level.depth === 0 ? openReader(call.connection) : null;
  yield* reader === null ? streamSpooled(call) : streamBeside(reader, call);
}

/**
 * A second connection; null where it would see other tables or hold somebody up. Only in WAL mode do readers and writers not wait for each other
 * (https://www.sqlite.org/wal.html), and temporary tables and attached files belong to the connection that made them.
 */
function openReader({ native, facts }: SqliteConnection): Database | null {
  if (facts.openReader === null) return null;
  if (native.pragma("journal_mode", { simple: true }) !== "wal") return null;
  if (native.pragma("locking_mode", { simple: true }) !== "normal") return null;
  const [main, ...others] = native.pragma("database_list") as readonly { readonly file: string }[];
  return main === undefined || others.length > 0 ? null : facts.openReader(main.file);
}
