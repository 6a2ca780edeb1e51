import { expect, test } from "vitest";
import { columnOf, readTable } from "./read-sqlite.js";

test("indexes have parts, predicates and collations", async () => {
  const table = await readTable(`
    create table t (id integer primary key, a text, b text collate nocase, c int);
    create index plain on t (a, b desc);
    create unique index "un)ique" on t (c) where c > 0 and a <> ')';
    create index computed on t (lower(a) collate NOCASE desc, c + 1 desc, a || ',' || b collate rtrim asc, (b));
    create index collated on t (a collate nocase desc, b collate nocase);`);
  const byName = new Map(table.indexes.map((index) => [index.name, index]));
  expect([...byName.keys()]).toEqual(["collated", "computed", "plain", "un)ique"]);
  expect(byName.get("plain")).toMatchObject({
    unique: false,
    method: "btree",
    predicate: null,
    parts: [
      { column: "a", expression: null, direction: "asc", nulls: "first", collation: null },
      { column: "b", expression: null, direction: "desc", nulls: "last", collation: null },
    ],
  });
  expect(byName.get("un)ique")).toMatchObject({
    unique: true,
    predicate: "c > 0 and a <> ')'",
    parts: [{ column: "c" }],
  });
  expect(byName.get("computed")?.parts).toMatchObject([
    { column: null, expression: "lower(a)", direction: "desc", collation: "NOCASE" },
    { column: null, expression: "c + 1", direction: "desc" },
    { column: null, expression: "a || ',' || b collate rtrim", direction: "asc", collation: null },
    { column: "b", expression: null },
  ]);
  expect(byName.get("collated")?.parts).toMatchObject([
    { column: "a", direction: "desc", collation: "nocase" },
    { column: "b", collation: null },
  ]);
});

test("indexes that serve keys say so", async () => {
  const table = await readTable(`
    create table t (a text, b int, c int unique, constraint pk primary key (a, b), constraint u unique (b, c))`);
  const served = table.indexes.map((index) => [
    index.parts.map((part) => part.column).join(),
    index.unique,
    index.constraint,
  ]);
  expect(served).toContainEqual(["a,b", true, "pk"]);
  expect(served).toContainEqual(["c", true, ""]);
  expect(served).toContainEqual(["b,c", true, "u"]);
});

test("an index of a table without rowid lists its own columns only", async () => {
  const table = await readTable(`
    create table t (a text primary key, b int, c int) without rowid;
    create index i on t (b);`);
  expect(table.indexes.map((index) => index.parts.map((part) => part.column))).toEqual([["b"], ["a"]]);
});

test("an index over a generated column names it", async () => {
  const table = await readTable("create table t (a int, g as (a + 1) stored); create index i on t (g)");
  expect(columnOf(table, "g").generated?.kind).toBe("stored");
  expect(table.indexes[0]?.parts).toMatchObject([{ column: "g" }]);
});

test("triggers have timing, event and text", async () => {
  const table = await readTable(`
    create table t (a int, b int);
    create trigger "t 1" before insert on t begin select 1; end;
    create trigger t2 after update of a, b on t for each row when new.a > 0 begin update t set b = 1; end;
    create trigger t3 delete on t begin select 'after insert'; end;`);
  const triggers = table.triggers.map(({ name, timing, events, level, enabled }) => [
    name,
    timing,
    events,
    level,
    enabled,
  ]);
  expect(triggers).toEqual([
    ["t 1", "before", ["insert"], "row", true],
    ["t2", "after", ["update"], "row", true],
    ["t3", "before", ["delete"], "row", true],
  ]);
  expect(table.triggers[2]?.definition).toBe("CREATE TRIGGER t3 delete on t begin select 'after insert'; end");
});
