import { expect, test } from "vitest";
import { toSqliteColumnType } from "../../../src/introspect/sqlite/sqlite-column-type.js";
import type { ColumnType } from "../../../src/model/column-type.js";
import { columnOf, readSqlite } from "./read-sqlite.js";

const integer: ColumnType = { kind: "integer", bits: 64, unsigned: false, exact: false };
const bigint: ColumnType = { kind: "integer", bits: 64, unsigned: false, exact: true };
const float: ColumnType = { kind: "float", bits: 64 };
const unsupported: ColumnType = { kind: "unsupported" };
const text = (length: number | null = null): ColumnType => ({ kind: "text", length, fixed: false });
const bytes = (length: number | null = null): ColumnType => ({ kind: "bytes", length, fixed: false });
const decimal = (precision: number | null, scale: number | null): ColumnType => ({
  kind: "decimal",
  precision,
  scale,
  unsigned: false,
});
const time = (precision: number | null, zone: boolean): ColumnType => ({ kind: "time", precision, zone });
const timestamp = (precision: number | null, zone: boolean): ColumnType => ({ kind: "timestamp", precision, zone });

const types: readonly (readonly [string, ColumnType])[] = [
  ["INT", integer],
  ["integer", integer],
  ["INTEGER(11)", integer],
  ["TINYINT", integer],
  ["TINYINT(1)", { kind: "boolean" }],
  ["SMALLINT", integer],
  ["MEDIUMINT", integer],
  ["INT2", integer],
  ["INT4", integer],
  ["UINT32", integer],
  ["BIGINT", bigint],
  ["BIGINT(20)", bigint],
  ["INT8", bigint],
  ["UNSIGNED BIG INT", bigint],
  ["unsigned   big\n int", bigint],
  ["MYBIGINT", bigint],
  ["BOOL", { kind: "boolean" }],
  ["BOOLEAN", { kind: "boolean" }],
  ["BIT", { kind: "boolean" }],
  ["BIT(1)", { kind: "boolean" }],
  ["BIT(8)", unsupported],
  ["TEXT", text()],
  ["CHAR(2)", text(2)],
  ["VARCHAR(255)", text(255)],
  ["NCHAR(55)", text(55)],
  ["NVARCHAR(100)", text(100)],
  ["VARYING CHARACTER ( 255 )", text(255)],
  ["NATIVE CHARACTER(70)", text(70)],
  ["CLOB", text()],
  ["LONGTEXT", text()],
  ["BLOB SUB_TYPE TEXT", text()],
  ["BLOB", bytes()],
  ["BINARY(16)", bytes(16)],
  ["VARBINARY(10)", bytes(10)],
  ["LONGBLOB", bytes()],
  ["REAL", float],
  ["DOUBLE", float],
  ["DOUBLE PRECISION", float],
  ["FLOAT(24)", float],
  ["MYDOUBLE", float],
  ["DECIMAL", decimal(null, null)],
  ["DECIMAL(10)", decimal(10, 0)],
  ["DECIMAL(10,2)", decimal(10, 2)],
  ["NUMERIC( 10 , 5 )", decimal(10, 5)],
  ["NUMBER(5,1)", decimal(5, 1)],
  ["MONEY", decimal(null, null)],
  ["DATE", { kind: "date" }],
  ["TIME", time(null, false)],
  ["TIME WITH TIME ZONE", time(null, true)],
  ["DATETIME", timestamp(null, false)],
  ["DATETIME(6)", timestamp(6, false)],
  ["TIMESTAMP", timestamp(null, false)],
  ["TIMESTAMPTZ", timestamp(null, true)],
  ["TIMESTAMP WITH TIME ZONE", timestamp(null, true)],
  ["JSON", { kind: "json", binary: false }],
  ["JSONB", { kind: "json", binary: true }],
  ["UUID", { kind: "uuid" }],
  ["", unsupported],
  ["GEOMETRY", unsupported],
  ["STRING", unsupported],
  ["INTERVAL", unsupported],
  ["ANY", unsupported],
];

test.each(types)("%s", (declared, expected) => {
  expect(toSqliteColumnType(declared)).toEqual(expected);
});

test("the engine takes all of them", async () => {
  const columns = types.map(([declared], place) => `c${place} ${declared}`);
  const { model } = await readSqlite(`create table t (${columns.join(", ")})`);
  expect(model.tables[0]?.columns.map((column) => column.type)).toEqual(types.map(([, type]) => type));
});

test("a STRICT table knows its own types only", async () => {
  const { model } = await readSqlite("create table t (a int, b integer, c real, d text, e blob, f any) strict");
  const table = model.tables[0];
  const kinds = table?.columns.map((column) => column.type.kind);
  expect(kinds).toEqual(["integer", "integer", "float", "text", "bytes", "unsupported"]);
  expect(table && columnOf(table, "a").type).toEqual(integer);
});
