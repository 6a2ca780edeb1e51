import { existsSync } from "node:fs";
import { join } from "node:path";
import BetterSqlite from "better-sqlite3";
import { expect, it } from "vitest";
import { Database } from "tablewright/runtime";
import { openSqlite } from "../../../src/runtime/driver/open-sqlite.js";
import type { SqliteOptions } from "../../../src/runtime/driver/sqlite-options.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

async function open(options: SqliteOptions): Promise<Database> {
  return new Database(await openSqlite(options));
}

it("opens a file, and makes it only when told", async () => {
  const file = join(temporaryFolder(), "a.db");
  await expect(open({ file })).rejects.toMatchObject({ code: "connectionFailed", engineCode: "SQLITE_CANTOPEN" });
  expect(existsSync(file)).toBe(false);
  const made = await open({ file, create: true });
  await made.sql`create table t (a integer)`;
  await made.close();
  await using again = await open({ file });
  expect(await again.sql`select count(*) as n from t`).toEqual([{ n: 0 }]);
});

it("tells what is wrong with a file", async () => {
  const folder = temporaryFolder({ "text.db": "this is no database, however long the text may be: ".repeat(20) });
  await expect(open({ file: join(folder, "text.db") })).rejects.toThrow(
    /text\.db: it cannot be opened: it is not an SQLite database/,
  );
  await expect(open({ file: join(folder, "none.db") })).rejects.toThrow(
    /none\.db: it cannot be opened: it does not exist/,
  );
  await expect(open({ file: join(folder, "no", "folder.db"), create: true })).rejects.toMatchObject({
    code: "connectionFailed",
  });
});

it("holds foreign keys, unless told otherwise, and sets other pragmas", async () => {
  await using plain = await open({ file: ":memory:" });
  expect(await plain.sql`pragma foreign_keys`).toEqual([{ foreign_keys: 1 }]);
  const pragmas = { foreign_keys: false, cache_size: -4000, temp_store: "memory" };
  await using set = await open({ file: ":memory:", timeoutMs: 250, pragmas });
  expect(await set.sql`pragma foreign_keys`).toEqual([{ foreign_keys: 0 }]);
  expect(await set.sql`pragma cache_size`).toEqual([{ cache_size: -4000 }]);
  expect(await set.sql`pragma temp_store`).toEqual([{ temp_store: 2 }]);
  expect(await set.sql`pragma busy_timeout`).toEqual([{ timeout: 250 }]);
  await expect(open({ file: ":memory:", pragmas: { "cache_size = 1; drop table": 1 } })).rejects.toMatchObject({
    code: "invalidQuery",
  });
});

it("refuses writes on a read-only connection", async () => {
  const file = join(temporaryFolder(), "a.db");
  await using made = await open({ file, create: true });
  await made.sql`create table t (a integer)`;
  await using db = await open({ file, readOnly: true });
  await expect(db.sql`insert into t values (1)`).rejects.toMatchObject({ code: "readOnly" });
  expect(await db.transaction((tx) => tx.sql`select * from t`)).toEqual([]);
});

it("uses a connection that is open, and leaves it open", async () => {
  const database = new BetterSqlite(":memory:");
  database.function("twice", (value) => Number(value) * 2);
  database.defaultSafeIntegers(true);
  const db = await open({ database });
  expect(await db.sql`select twice(${21}) as n`).toEqual([{ n: 42 }]);
  const rows: unknown[] = [];
  for await (const batch of db.executor.stream("select twice(4)", [], { batchSize: 10 })) rows.push(...batch);
  expect(rows).toEqual([[8]]);
  await db.close();
  await expect(db.sql`select 1`).rejects.toMatchObject({ code: "databaseClosed" });
  expect(database.open).toBe(true);
  database.close();
});

it("refuses every call after it is closed, and may be closed twice", async () => {
  const db = await open({ file: ":memory:" });
  const statement = db.executor.prepare("select 1");
  await db.close();
  await db.close();
  await expect(db.sql`select 1`).rejects.toMatchObject({ code: "databaseClosed" });
  await expect(Promise.resolve(statement.all([]))).rejects.toMatchObject({ code: "databaseClosed" });
  await expect(db.transaction(async () => 1)).rejects.toMatchObject({ code: "databaseClosed" });
});
