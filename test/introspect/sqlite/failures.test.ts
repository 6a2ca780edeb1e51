import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { Failure } from "../../../src/diagnostics.js";
import { makeSqliteDatabase } from "../../support/load-sqlite-script.js";
import { temporaryFolder } from "../../support/temporary-folder.js";
import { readConnection } from "./read-sqlite.js";

async function failureOf(connection: string | Readonly<Record<string, unknown>>): Promise<Failure> {
  const outcome: unknown = await readConnection(connection).catch((error: unknown) => error);
  if (outcome instanceof Failure) return outcome;
  throw new Error("it did not fail as it should", { cause: outcome });
}

describe("a failure with one clear message comes of", () => {
  test("a missing file, which is not made", async () => {
    const folder = temporaryFolder();
    const file = join(folder, "missing.db");
    expect(await failureOf({ file })).toMatchObject({
      kind: "connection",
      message: `sqlite: opening "${file}": there is no such file`,
    });
    expect((await failureOf(`sqlite:${folder}/no/such.db`)).message).toBe(
      `sqlite: opening "${folder}/no/such.db": there is no such file`,
    );
    expect((await failureOf({ file: join(makeSqliteDatabase(""), "x.db") })).message).toContain(
      "there is no such file",
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test("a folder", async () => {
    const file = temporaryFolder();
    expect(await failureOf({ file })).toMatchObject({
      kind: "connection",
      message: `sqlite: opening "${file}": it is a directory`,
    });
  });

  test("a file that is no database", async () => {
    const file = join(
      temporaryFolder({
        "text.db": "This is no database, and it is longer than a header of one hundred bytes. ".repeat(3),
      }),
      "text.db",
    );
    expect(await failureOf({ file })).toMatchObject({
      kind: "connection",
      message: `sqlite: opening "${file}": it is not an SQLite database, or it is encrypted`,
    });
  });

  test("a database that is damaged", async () => {
    const file = makeSqliteDatabase("create table t (a int); create table u (b int)");
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 100, 4096);
    writeFileSync(file, bytes);
    expect((await failureOf({ file })).message).toMatch(/^sqlite: .*malformed/);
  });

  // The superuser may read everything, so there is nothing to see for it.
  test.skipIf(process.getuid?.() === 0)("a file that may not be read", async () => {
    const file = makeSqliteDatabase("create table t (a int)");
    chmodSync(file, 0);
    expect(await failureOf({ file })).toMatchObject({
      kind: "connection",
      message: `sqlite: opening "${file}": permission is denied`,
    });
  });

  test("a database that someone else has locked", async () => {
    const file = makeSqliteDatabase("create table t (a int)");
    const other = new Database(file);
    other.exec("begin exclusive");
    expect(await failureOf({ file, timeoutMs: 50 })).toMatchObject({
      message: `sqlite: opening "${file}": database is locked`,
    });
    other.close();
  });

  test.each([
    ["an empty path", ""],
    ["a database in memory", ":memory:"],
    ["no path", {}],
    ["a number", { file: 7 }],
  ])("%s", async (_, connection) => {
    expect(await failureOf(connection)).toMatchObject({
      kind: "config",
      message: "sqlite: opening the database: no file is named",
    });
  });

  test("a schema that is not there", async () => {
    const file = makeSqliteDatabase("create table t (a int)");
    const outcome: unknown = await readConnection({ file }, ["main", "sales"]).catch((error: unknown) => error);
    expect(outcome).toMatchObject({
      kind: "config",
      message: 'sqlite: choosing the schema "sales": there is none of this name',
      hint: "there are: main",
    });
  });
});

test("an empty file is an empty database", async () => {
  const file = join(temporaryFolder({ "empty.db": "" }), "empty.db");
  expect((await readConnection({ file })).model).toMatchObject({ tables: [], views: [], schemas: [{ name: "main" }] });
  expect(readFileSync(file)).toHaveLength(0);
});

describe("a connection", () => {
  test.each([
    ["a path", (file: string) => file],
    ["a URL", (file: string) => `sqlite:${file}`],
    ["a URL with slashes", (file: string) => `sqlite://${file}`],
    ["options", (file: string) => ({ file })],
  ])("may be %s", async (_, connection) => {
    const file = makeSqliteDatabase("create table t (a int)");
    expect((await readConnection(connection(file))).model.tables).toHaveLength(1);
  });

  test("leaves file and folder as they were", async () => {
    const folder = temporaryFolder();
    const file = join(folder, "odd name #1 %41?.db");
    writeFileSync(file, readFileSync(makeSqliteDatabase("create table t (a int)")));
    const before = readFileSync(file);
    expect((await readConnection({ file })).model.tables).toHaveLength(1);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(["odd name #1 %41?.db"]);
  });

  test("reads a database in WAL mode, while someone else is writing", async () => {
    const file = makeSqliteDatabase("create table t (a int)");
    const writer = new Database(file);
    writer.pragma("journal_mode = wal");
    writer.exec("create table u (a int); begin immediate; create table v (a int)");
    expect((await readConnection({ file })).model.tables.map((table) => table.name)).toEqual(["t", "u"]);
    writer.exec("commit");
    writer.close();
    expect(existsSync(file)).toBe(true);
    expect((await readConnection({ file })).model.tables).toHaveLength(3);
  });

  test("that is already open stays open, in its transaction and with its settings", async () => {
    const database = new Database(":memory:");
    database.defaultSafeIntegers(true);
    database.exec("create table t (a int); begin; create table u (a integer primary key)");
    const { model, statements } = await readConnection({ database });
    expect(model.tables.map((table) => [table.name, table.columns[0]?.nullable])).toEqual([
      ["t", true],
      ["u", false],
    ]);
    expect(statements).toBeGreaterThan(0);
    expect([database.open, database.inTransaction]).toEqual([true, true]);
    database.exec("rollback");
    database.close();
  });

  test("shows the schemas attached to it", async () => {
    const database = new Database(":memory:");
    const other = makeSqliteDatabase(
      "create table p (id integer primary key); create table c (p int references P); create view w as select id from p",
    );
    database.exec("create table t (a int); create temp table scratch (a int)");
    database.exec(`attach '${other}' as "my sales"; attach ':memory:' as empty`);
    const { model } = await readConnection({ database });
    expect(model.schemas.map((schema) => schema.name)).toEqual(["empty", "main", "my sales"]);
    expect(model.tables.map((table) => `${table.schema}.${table.name}`)).toEqual([
      "main.t",
      "my sales.c",
      "my sales.p",
    ]);
    expect(model.tables[1]?.foreignKeys[0]?.references).toEqual({ schema: "my sales", name: "p", columns: ["id"] });
    expect(model.views[0]?.columns[0]).toMatchObject({ name: "id", nullability: "proved" });
    const narrow = await readConnection({ database }, ["main"]);
    expect(narrow.model.tables.map((table) => table.name)).toEqual(["t"]);
    database.close();
  });
});

test("a folder that is only readable does not matter", async () => {
  const folder = temporaryFolder();
  const inner = join(folder, "inner");
  mkdirSync(inner);
  const file = join(inner, "a.db");
  writeFileSync(file, readFileSync(makeSqliteDatabase("create table t (a int)")));
  chmodSync(inner, 0o555);
  expect((await readConnection({ file })).model.tables).toHaveLength(1);
  chmodSync(inner, 0o755);
});
