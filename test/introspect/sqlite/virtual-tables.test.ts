import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { makeSqliteDatabase } from "../../support/load-sqlite-script.js";
import { readConnection, readSqlite } from "./read-sqlite.js";

test("a virtual table stands for its shadow tables", async () => {
  const { model } = await readSqlite(`
    create virtual table notes using fts5(title, body, tokenize = 'porter ascii');
    create table notes_about (id integer primary key);
    create virtual table boxes using rtree(id, x0, x1, +label text);`);
  expect(model.tables.map((table) => [table.name, table.kind])).toEqual([
    ["boxes", "virtual"],
    ["notes", "virtual"],
    ["notes_about", "table"],
  ]);
  const [boxes, notes] = model.tables;
  expect(notes?.extra).toEqual({
    module: "fts5",
    moduleArguments: "title, body, tokenize = 'porter ascii'",
    shadowTables: ["notes_config", "notes_content", "notes_data", "notes_docsize", "notes_idx"],
  });
  expect(notes?.columns.map((column) => [column.name, column.hidden])).toEqual([
    ["title", false],
    ["body", false],
    ["notes", true],
    ["rank", true],
  ]);
  expect(boxes?.columns.map((column) => [column.name, column.type.kind])).toEqual([
    ["id", "integer"],
    ["x0", "float"],
    ["x1", "float"],
    ["label", "unsupported"],
  ]);
});

test("shadow tables go to the virtual table whose name they carry on", async () => {
  const { model } = await readSqlite(
    "create virtual table a using fts4(x); create virtual table A_b using rtree(id, x0, x1)",
  );
  expect(model.tables.map((table) => [table.name, table.extra["shadowTables"]])).toEqual([
    ["A_b", ["A_b_node", "A_b_parent", "A_b_rowid"]],
    ["a", ["a_content", "a_docsize", "a_segdir", "a_segments", "a_stat"]],
  ]);
});

test("a virtual table whose module is not there is reported, and the rest is read", async () => {
  const file = makeSqliteDatabase("create table t (a int)");
  const database = new Database(file);
  database.unsafeMode();
  database.pragma("writable_schema = on");
  database.exec(
    "insert into sqlite_schema values ('table', 'far', 'far', 0, 'CREATE VIRTUAL TABLE far USING spatial(x)')",
  );
  database.close();
  const { model, diagnostics } = await readConnection({ file });
  expect(model.tables.map((table) => [table.name, table.columns.length])).toEqual([
    ["far", 0],
    ["t", 1],
  ]);
  expect(model.tables[0]?.extra).toEqual({ module: "spatial", moduleArguments: "x", shadowTables: [] });
  expect(diagnostics).toMatchObject([{ code: "TW1010", subject: "main.far", severity: "warning" }]);
  expect(diagnostics[0]?.message).toContain("no such module: spatial");
});
