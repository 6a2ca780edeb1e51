import type { Row, StreamOptions } from "../executor.js";
import type { SqliteConnection } from "./sqlite-connection.js";
import { inTurn } from "./sqlite-statement.js";
import type { SqliteLevel } from "./sqlite-transaction.js";

export interface SqliteStreamCall {
  readonly connection: SqliteConnection;
  readonly level: SqliteLevel;
  readonly sql: string;
  readonly params: readonly unknown[];
  readonly options: StreamOptions;
}

/**
 * Rows in batches. The result is first written into a temporary table, which SQLite keeps in a file of its own: memory stays constant, and between two
 * batches the connection is free for other statements, writes included.
 */
export async function* streamSqlite({
  connection,
  level,
  sql,
  params,
  options,
}: SqliteStreamCall): AsyncGenerator<readonly Row[]> {
  const { scope, readOnly } = level;
  const table = await inTurn(
    scope,
    () => writeWritable(connection, readOnly, () => spool(connection, sql, params)),
    options,
  );
  try {
    yield* readBatches(connection, table, options);
  } finally {
    await inTurn(scope, () =>
      writeWritable(connection, readOnly, () => connection.run(`drop table if exists temp.${table}`)),
    );
  }
}

function* readBatches(connection: SqliteConnection, table: string, options: StreamOptions): Generator<readonly Row[]> {
  const command = connection.command(`select * from temp.${table} where rowid > ? order by rowid limit ?`, {
    wide: options.wide,
    keep: false,
  });
  for (let seen = 0; ; seen += options.batchSize) {
    options.signal?.throwIfAborted();
    const rows = command.all([seen, options.batchSize]);
    if (rows.length > 0) yield rows;
    if (rows.length < options.batchSize) return;
  }
}

let spools = 0;

/** Columns without a type keep every value as it is: https://www.sqlite.org/datatype3.html#determination_of_column_affinity */
function spool(connection: SqliteConnection, sql: string, params: readonly unknown[]): string {
  const columns = connection
    .command(sql, { keep: false })
    .labels()
    .map((_, index) => `c${index}`);
  const table = `tablewright_${(spools += 1)}`;
  connection.run(`create temp table ${table} (${columns.join(", ")})`);
  connection.command(`insert into temp.${table} ${sql}`, { keep: false }).run(params);
  return table;
}

/** Even a temporary table cannot be made while the connection refuses writes. */
function writeWritable<R>(connection: SqliteConnection, readOnly: boolean, work: () => R): R {
  if (!readOnly) return work();
  connection.run("pragma query_only = off");
  try {
    return work();
  } finally {
    connection.run("pragma query_only = on");
  }
}
