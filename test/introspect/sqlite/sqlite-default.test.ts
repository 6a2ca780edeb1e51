import { expect, test } from "vitest";
import type { DefaultValue } from "../../../src/model/default-value.js";
import { columnOf, readTable } from "./read-sqlite.js";

const literal = (value: string | boolean | null): DefaultValue => ({ kind: "literal", value });
const expression = (sql: string): DefaultValue => ({ kind: "expression", sql });

test.each<[string, DefaultValue]>([
  ["", { kind: "none" }],
  ["default null", literal(null)],
  ["default 'it''s'", literal("it's")],
  ["default ''", literal("")],
  ["default ('x')", literal("x")],
  ["default 42", literal("42")],
  ["default -1.50", literal("-1.50")],
  ["default +7", literal("7")],
  ["default - 7", literal("-7")],
  ["default 9223372036854775807", literal("9223372036854775807")],
  ["default 1e3", literal("1e3")],
  ["default 0xFF", literal("0xFF")],
  ["default true", literal(true)],
  ["default FALSE", literal(false)],
  ["default bare_word", literal("bare_word")],
  [`default "quoted"`, literal("quoted")],
  ["default x'00ff'", expression("x'00ff'")],
  ["default current_timestamp", expression("current_timestamp")],
  ["default (datetime('now'))", expression("datetime('now')")],
  ["default (1 + 2)", expression("1 + 2")],
  ["default ('a' || 'b')", expression("'a' || 'b'")],
])("%s", async (clause, expected) => {
  const table = await readTable(`create table t (a int, c ${clause}, d int default 1)`);
  expect(columnOf(table, "c").default).toEqual(expected);
});
