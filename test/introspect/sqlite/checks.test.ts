import { expect, test } from "vitest";
import type { OneOf } from "../../../src/model/table-model.js";
import { readTable } from "./read-sqlite.js";

test("checks have their names and their text, of columns and of the table", async () => {
  const table = await readTable(`
    create table t (
      a int constraint positive check (a > 0) constraint small check (a < 100),
      b text check (b <> ')' /* ) */ and b <> '--'), -- check (never)
      check (a <> length(b)),
      constraint "odd name" check ((a % 2) = 1) on conflict abort
    )`);
  expect(table.checks.map((check) => [check.name, check.expression])).toEqual([
    ["positive", "a > 0"],
    ["small", "a < 100"],
    [null, "b <> ')' /* ) */ and b <> '--'"],
    [null, "a <> length(b)"],
    ["odd name", "(a % 2) = 1"],
  ]);
});

const texts = (...values: readonly string[]): OneOf => ({ column: "c", values, numeric: false });
const numbers = (...values: readonly string[]): OneOf => ({ column: "c", values, numeric: true });

test.each<[string, string, OneOf | null]>([
  ["text", "c in ('a', 'b')", texts("a", "b")],
  ["text", "C IN ('it''s')", texts("it's")],
  ["text", `("c") in ('a')`, texts("a")],
  ["text", "((c in ('a', 'b')))", texts("a", "b")],
  ["text", "c = 'a' or c == 'b' or c is 'c'", texts("a", "b", "c")],
  ["text", "(c = 'a') or (c in ('b', 'a'))", texts("a", "b")],
  ["text", "c is null or c in ('a')", texts("a")],
  ["text", "c in ('a') or c isnull", texts("a")],
  ["varchar(3)", "c in ('a')", texts("a")],
  ["", "c in ('a')", texts("a")],
  ["int", "c in (1, -2, +3)", numbers("1", "-2", "3")],
  ["int", "c = 0 or c = 1", numbers("0", "1")],
  ["boolean", "c in (0, 1)", numbers("0", "1")],
  ["decimal(3,1)", "c in (0.5, 1.5)", numbers("0.5", "1.5")],
  // A NULL among the values lets everything pass.
  ["text", "c in ('a', null)", null],
  ["text", "c in ('a', 1)", null],
  ["text", "c in ('a') and length(c) = 1", null],
  ["text", "c not in ('a')", null],
  ["text", "not c in ('a')", null],
  ["text", "c in ('a') or d = 1", null],
  ["text", "lower(c) in ('a')", null],
  ["text", "c || '' in ('a')", null],
  ["text", "c collate nocase in ('a')", null],
  ["text", "c in ('a' || 'b')", null],
  ["text", "c = d", null],
  ["text", `c in ("d")`, null],
  ["text", "c > 'a'", null],
  // Affinity and collation: what the column holds is not what is written.
  ["text", "c in (1, 2)", null],
  ["int", "c in ('1', '2')", null],
  ["text collate nocase", "c in ('a')", null],
  ["text collate binary", "c in ('a')", texts("a")],
])("%s: %s", async (type, condition, expected) => {
  const table = await readTable(`create table t (c ${type}, d int, check (${condition}))`);
  expect(table.checks).toMatchObject([{ expression: condition, oneOf: expected }]);
});
