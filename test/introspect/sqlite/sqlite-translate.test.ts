import { expect, test } from "vitest";
import type { SqliteRelation } from "../../../src/introspect/sqlite/sqlite-catalog.js";
import type { ColumnRow } from "../../../src/introspect/sqlite/sqlite-rows.js";
import { toSqliteModel } from "../../../src/introspect/sqlite/sqlite-translate.js";

function columnRow(name: string): ColumnRow {
  return { relation: 0, name, type: "INT", notNull: 0, defaultText: null, keyPlace: 0, hidden: 0 };
}

function relationRow(sql: string, ...columns: readonly string[]): SqliteRelation {
  return {
    schema: "main",
    name: "t",
    kind: "table",
    withoutRowid: 0,
    strict: 0,
    sql,
    columns: columns.map(columnRow),
    indexes: [],
    foreignKeys: [],
    triggers: [],
    arms: [],
    failure: null,
  };
}

test("a statement that tells of other columns than the catalog is not believed, and reported", () => {
  const relations = [relationRow("CREATE TABLE t (a int check (a > 0), b int)", "a", "c")];
  const { model, diagnostics } = toSqliteModel({ schemas: ["main"], relations });
  expect(model.tables[0]?.columns.map((column) => column.name)).toEqual(["a", "c"]);
  expect(model.tables[0]?.checks).toEqual([]);
  expect(diagnostics.map(({ code, subject }) => [code, subject])).toEqual([["TW1012", "main.t"]]);
});

test("a statement that agrees is believed", () => {
  const relations = [relationRow("CREATE TABLE t (a int check (a > 0), b int)", "a", "b")];
  const { model, diagnostics } = toSqliteModel({ schemas: ["main"], relations });
  expect(model.tables[0]?.checks).toMatchObject([{ expression: "a > 0" }]);
  expect(diagnostics).toEqual([]);
});
