import { describe, expect, test } from "vitest";
import { columnOf, readSqlite, readTable } from "./read-sqlite.js";

describe("nullability", () => {
  test.each([
    ["of a plain column", "create table t (c int)", true],
    ["of a NOT NULL column", "create table t (c int not null)", false],
    ["of the rowid by another name", "create table t (c integer primary key)", false],
    ["of the rowid, declared apart", "create table t (c integer, primary key (c desc))", false],
    ["of a key that is not the rowid", "create table t (c int primary key)", true],
    [
      "of a descending key, which SQLite does not take for the rowid",
      "create table t (c integer primary key desc)",
      true,
    ],
    ["of a text key", "create table t (c text primary key)", true],
    ["of a key of two columns", "create table t (c integer, d integer, primary key (c, d))", true],
    ["of a key without rowid", "create table t (c text primary key) without rowid", false],
    ["of a strict key", "create table t (c text primary key) strict", false],
  ])("%s", async (_, sql, nullable) => {
    const table = await readTable(sql);
    expect(columnOf(table, "c")).toMatchObject({ nullable, nullability: "declared" });
  });

  test("is what the engine does: a key of an ordinary table takes NULL", async () => {
    const table = await readTable("create table t (c text primary key); insert into t values (null), (null)");
    expect(columnOf(table, "c").nullable).toBe(true);
  });
});

describe("identity", () => {
  test.each([
    ["create table t (c integer primary key)", true],
    ["create table t (c integer primary key autoincrement)", true],
    ["create table t (c INTEGER, primary key (c))", true],
    ["create table t (c integer primary key not null, unique (c))", true],
    ["create table t (c int primary key)", false],
    ["create table t (c integer primary key desc)", false],
    ["create table t (c integer primary key) without rowid", false],
    ["create table t (c integer unique)", false],
  ])("of %s: %s", async (sql, numbered) => {
    const table = await readTable(sql);
    expect(columnOf(table, "c").identity).toEqual(numbered ? { mode: "byDefault", sequence: null } : null);
  });
});

test("AUTOINCREMENT, STRICT and WITHOUT ROWID are facts of the table", async () => {
  const { model } = await readSqlite(`
    create table a (id integer primary key autoincrement);
    create table b (id integer primary key, "autoincrement" text);
    create table c (id integer, primary key (id autoincrement));
    create table d (id int primary key) strict, without rowid;`);
  const extras = model.tables.map((table) => [table.name, table.extra]);
  expect(Object.fromEntries(extras)).toEqual({
    a: { autoincrement: true },
    b: {},
    c: { autoincrement: true },
    d: { strict: true, withoutRowid: true },
  });
});

test("generated columns keep their kind and expression", async () => {
  const table = await readTable(`
    create table t (
      a int,
      v text generated always as (a || ', (x)' || ")") virtual not null,
      s int as (a * 2 /* twice ) */ + 1) stored,
      d as (a),
      generated text,
      ")" text
    )`);
  expect(table.columns.map((column) => [column.name, column.databaseType, column.nullable, column.generated])).toEqual([
    ["a", "INT", true, null],
    ["v", "TEXT", false, { kind: "virtual", expression: `a || ', (x)' || ")"` }],
    ["s", "INT", true, { kind: "stored", expression: "a * 2 /* twice ) */ + 1" }],
    ["d", "", true, { kind: "virtual", expression: "a" }],
    ["generated", "TEXT", true, null],
    [")", "TEXT", true, null],
  ]);
});

test("collations other than the default are kept", async () => {
  const table = await readTable(`
    create table t (a text collate nocase, b text collate BINARY, c text not null collate "rtrim" default 'x', d text)`);
  expect(table.columns.map((column) => column.collation)).toEqual(["nocase", null, "rtrim", null]);
});

test("a column declared without a type is reported, and stays", async () => {
  const { model, diagnostics } = await readSqlite("create table t (a, b geometry, c text)");
  expect(model.tables[0]?.columns.map((column) => [column.databaseType, column.type.kind])).toEqual([
    ["", "unsupported"],
    ["geometry", "unsupported"],
    ["TEXT", "text"],
  ]);
  expect(diagnostics.map(({ code, subject }) => [code, subject])).toEqual([
    ["TW1001", "main.t.a"],
    ["TW1001", "main.t.b"],
  ]);
});

test("a table that was altered is read as it is now", async () => {
  const table = await readTable(`
    create table old (a int check (a > 0), gone text, constraint k unique (a));
    alter table old rename to t;
    alter table t add column b text not null default 'it''s' collate nocase check (b <> '');
    alter table t rename column a to "new a";
    alter table t drop column gone;`);
  expect(table.columns.map((column) => [column.name, column.collation])).toEqual([
    ["new a", null],
    ["b", "nocase"],
  ]);
  expect(table.checks.map((check) => check.expression)).toEqual([`"new a" > 0`, `b <> ''`]);
  expect(table.uniqueKeys).toMatchObject([{ name: "k", columns: ["new a"] }]);
});

test("a table made from a query is read", async () => {
  const table = await readTable("create table s (a int, b varchar(3)); create table t as select a, b, 1 as c from s");
  expect(table.columns.map((column) => [column.name, column.databaseType])).toEqual([
    ["a", "INT"],
    ["b", "TEXT"],
    ["c", ""],
  ]);
});
