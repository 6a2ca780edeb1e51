import type { Row } from "../executor.js";
import type { SqliteConnection } from "./sqlite-connection.js";
import { inTurn } from "./sqlite-statement.js";
import type { SqliteStreamCall } from "./sqlite-stream.js";

/** Writes the whole result into a temporary table, which SQLite keeps in a file of its own, and reads it from there. */
export async function* streamSpooled(call: SqliteStreamCall): AsyncGenerator<readonly Row[]> {
  const { connection, level, options } = call;
  const table = await inTurn(level.scope, () => writable(call, () => spool(call)), options);
  try {
    yield* readBatches(call, table);
  } finally {
    const drop = (): void => {
      connection.run(`drop table if exists temp.${table}`);
    };
    // The table of a transaction that is over was either rolled back with it, or has become the connection's.
    if (level.scope.hasEnded) connection.scope.whenFree(drop);
    else level.scope.whenFree(() => writable(call, drop));
  }
}

/** Reads past the turns: nobody else knows the table, so that whatever transaction is open does not matter. */
function* readBatches({ connection, level, options }: SqliteStreamCall, table: string): Generator<readonly Row[]> {
  const { batchSize, signal, wide } = options;
  const sql = `select * from temp.${table} where rowid > ? order by rowid limit ?`;
  const command = connection.command(sql, { wide, keep: false });
  for (let seen = 0; ; seen += batchSize) {
    signal?.throwIfAborted();
    level.scope.assertOpen();
    const rows = command.all([seen, batchSize]);
    if (rows.length > 0) yield rows;
    if (rows.length < batchSize) return;
  }
}

/** Columns without a type keep every value as it is: https://www.sqlite.org/datatype3.html#determination_of_column_affinity */
function spool({ connection, sql, params }: SqliteStreamCall): string {
  const labels = connection.command(sql, { keep: false }).labels();
  const table = `tablewright_${(tables += 1)}`;
  connection.run(`create temp table ${table} (${labels.map((_, index) => `c${index}`).join(", ")})`);
  connection.command(`insert into temp.${table} ${sql}`, { keep: false }).run(params);
  return table;
}

let tables = 0;

/** A temporary table is a write, too, which a read-only transaction refuses. */
function writable<R>({ connection, level }: SqliteStreamCall, work: () => R): R {
  if (!level.readOnly) return work();
  setQueryOnly(connection, false);
  try {
    return work();
  } finally {
    setQueryOnly(connection, true);
  }
}

function setQueryOnly(connection: SqliteConnection, on: boolean): void {
  connection.run(`pragma query_only = ${on ? "on" : "off"}`);
}
