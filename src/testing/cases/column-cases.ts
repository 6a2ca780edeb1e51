import { deepEqual, equal, ok } from "node:assert/strict";
import { own, toDialectCases, type ComplianceCase } from "../compliance-case.js";
import { readStated, requireShown } from "../model/expect-part.js";
import { columnOf, named, tableOf } from "../model/find-in-model.js";
import { generateText, textOf } from "../module/generate-text.js";

/** What columns are beside their types. */
export const columnCases: readonly ComplianceCase[] = toDialectCases([
  {
    name: "columns.identity_always_vs_by_default_with_options",
    capability: "identity",
    fixture: "create table numbered (id {identity}, name varchar(20))",
    run: async (context) => {
      const model = await readStated(context);
      const numbered = tableOf(model, "numbered");
      const { identity } = columnOf(numbered, "id");
      ok(identity !== null, "the column is not known to number itself");
      equal(columnOf(numbered, "name").identity, null);
      const text = textOf(await generateText(model, { name: "numbered" }), "tables/numbered.ts");
      const insert = text.slice(text.indexOf("export interface NumberedInsert"));
      equal(/^ {2}id\?: number/m.test(insert.slice(0, insert.indexOf("}"))), identity.mode === "byDefault");
      const refused = model.tables.filter(({ columns }) =>
        columns.some((column) => column.identity?.mode === "always"),
      );
      for (const { name } of refused) {
        const path = `tables/${name.replaceAll("_", "-")}.ts`;
        const other = textOf(await generateText(model, { name: "numbered" }), path);
        const start = other.indexOf("Insert {");
        ok(!/^ {2}id\??:/m.test(other.slice(start, other.indexOf("}", start))), `${name}.id can be written`);
      }
    },
  },
  {
    name: "columns.generated_stored_virtual_expression",
    capability: "generatedColumns",
    fixture:
      "create table computed (id integer primary key, n integer, twice integer generated always as (n * 2) stored)",
    run: async (context) => {
      const computed = tableOf(await readStated(context), "computed");
      const { generated } = columnOf(computed, "twice");
      equal(generated?.kind, "stored");
      ok(/n\b.*\*.*2/.test(generated?.expression ?? ""), "the expression is missing");
      equal(columnOf(computed, "n").generated, null);
    },
  },
  {
    name: "columns.default_literal_vs_expression_vs_sequence",
    capability: "defaults",
    fixture: `create table filled (id integer primary key, whole integer default 7, word varchar(20) default 'it''s', price decimal(6, 2) default 1.50,
        made {timestamp} default current_timestamp, blank varchar(9), plain varchar(9) default null)`,
    run: async (context) => {
      const filled = tableOf(await readStated(context), "filled");
      const defaults = filled.columns.slice(1).map((column) => column.default);
      deepEqual(defaults.slice(0, 3), [
        { kind: "literal", value: "7" },
        { kind: "literal", value: "it's" },
        { kind: "literal", value: "1.50" },
      ]);
      equal(defaults[3]?.kind, "expression");
      deepEqual(defaults[4], { kind: "none" });
      ok(["none", "literal"].includes(defaults[5]?.kind ?? ""));
    },
  },
  {
    name: "columns.hidden_rowversion_sparse",
    capability: "hiddenColumns",
    fixture: own,
    run: async (context) => {
      const model = await readStated(context);
      requireShown(
        model.tables.some(({ columns }) => columns.some(({ hidden }) => hidden)),
        "hidden column",
      );
    },
  },
  {
    name: "columns.collation_charset",
    capability: "collations",
    fixture: own,
    run: async (context) => {
      const sorted = tableOf(await readStated(context), "sorted");
      ok(columnOf(sorted, "odd").collation !== null, "the collation is missing");
      equal(columnOf(sorted, "plain").collation, null);
    },
  },
  {
    name: "comments.table_column_index_constraint_unicode_multiline_and_comment_terminator",
    capability: "comments",
    fixture: own,
    run: async (context) => {
      const model = await context.model();
      const remarked = tableOf(model, "remarked");
      const text = "First — ünïcode.\nSecond */ `${line}` end";
      equal(remarked.comment, text);
      equal(columnOf(remarked, "id").comment, text);
      equal(named(remarked.indexes, "remarked_name").comment, text);
      const code = textOf(await generateText(model, { name: "remarked" }), "tables/remarked.ts");
      ok(code.includes("First — ünïcode."), "the comment is not in the code");
      equal(code.match(/\*\//g)?.length, code.match(/\/\*\*/g)?.length, "a comment ends before its end");
    },
  },
]);
