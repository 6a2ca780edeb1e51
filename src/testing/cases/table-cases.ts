import { deepEqual, equal, ok } from "node:assert/strict";
import { own, toDialectCases, type ComplianceCase } from "../compliance-case.js";
import { columnOf, namesOf, tableOf } from "../model/find-in-model.js";
import { generateText } from "../module/generate-text.js";

/** 63 characters: what every engine's names may have. */
const longName = "a_name_that_is_as_long_as_names_can_be_on_every_engine_there_is";
const oddNames = ["we ird", "order", "naïve", 'a"b', "back`tick", "semi;colon", "per%cent", longName];

/** Tables, whatever they are called. */
export const tableCases: readonly ComplianceCase[] = toDialectCases([
  {
    name: "tables.basic_columns_in_ordinal_order",
    capability: "tables",
    fixture: `create table thing (zebra integer not null, apple varchar(20), mango decimal(8, 2) not null, primary key (zebra));
      alter table thing add column banana integer`,
    run: async (context) => {
      const thing = tableOf(await context.model(), "thing");
      equal(thing.kind, "table");
      deepEqual(namesOf(thing.columns), ["zebra", "apple", "mango", "banana"]);
      deepEqual(
        thing.columns.map((column) => column.nullable),
        [false, true, false, true],
      );
      deepEqual(
        thing.columns.map((column) => column.type.kind),
        ["integer", "text", "decimal", "integer"],
      );
      deepEqual(thing.primaryKey?.columns, ["zebra"]);
    },
  },
  {
    name: "tables.reserved_word_space_quote_unicode_names",
    capability: "quotedNames",
    fixture: oddNames
      .map((name) => `create table ${quoted(name)} (${quoted("select")} integer primary key, ${quoted(name)} integer)`)
      .join(";\n"),
    run: async (context) => {
      const model = await context.model();
      deepEqual([...namesOf(model.tables)].sort(), [...oddNames].sort());
      for (const name of oddNames) {
        deepEqual(namesOf(tableOf(model, `${model.defaultSchema}.${name}`).columns), ["select", name]);
      }
      const files = await generateText(model, { name: "odd" });
      equal(files.filter(({ path }) => path.startsWith("tables/")).length, oddNames.length);
    },
  },
  {
    name: "tables.without_primary_key",
    capability: "tables",
    fixture: "create table line (content varchar(40))",
    run: async (context) => {
      const model = await context.model();
      equal(tableOf(model, "line").primaryKey, null);
      const files = await generateText(model, { name: "keyless" });
      const text = files.find(({ path }) => path === "tables/line.ts")?.text ?? "";
      ok(text.includes("export type LineKey = never;"), "a table without a key has one in the generated code");
    },
  },
  {
    name: "tables.zero_columns",
    capability: "emptyTables",
    fixture: "create table nothing ()",
    run: async (context) => {
      const model = await context.model();
      deepEqual(tableOf(model, "nothing").columns, []);
      ok((await generateText(model, { name: "empty" })).some(({ path }) => path === "tables/nothing.ts"));
    },
  },
  {
    name: "tables.temp_and_system_excluded_by_default",
    capability: "temporaryTables",
    fixture: "create table kept (id integer primary key); create temporary table passing (id integer primary key)",
    run: async (context) => {
      const model = await context.model();
      deepEqual(namesOf(model.tables), ["kept"]);
      deepEqual(model.views, []);
    },
  },
  {
    name: "schemas.multi_schema_same_table_name",
    capability: "schemas",
    fixture: `create schema compliance_sales; create table item (id integer primary key); create table compliance_sales.item (code varchar(9) primary key)`,
    run: async (context) => {
      const { model } = await context.readSchemas("compliance_sales");
      deepEqual(namesOf(tableOf(model, "item").columns), ["id"]);
      deepEqual(namesOf(tableOf(model, "compliance_sales.item").columns), ["code"]);
      const { model: chosen } = await context.read({ schemas: ["compliance_sales"] });
      deepEqual(namesOf(chosen.tables), ["item"]);
      const paths = (await generateText(model, { name: "two" })).map(({ path }) => path);
      ok(paths.includes("tables/compliance-sales/item.ts"));
      equal(new Set(paths.map((path) => path.toLowerCase())).size, paths.length);
    },
  },
  {
    name: "schemas.non_default_schema_cross_fk_and_cross_enum",
    capability: "schemas",
    fixture: own,
    run: async (context) => {
      const { model } = await context.readSchemas("compliance_sales");
      const line = tableOf(model, "compliance_sales.line");
      const [foreignKey] = line.foreignKeys;
      deepEqual(foreignKey?.references, { schema: model.defaultSchema, name: "item", columns: ["id"] });
      if (context.has("enums")) {
        const { type } = columnOf(tableOf(model, "item"), "state");
        if (type.kind !== "inlineEnum") deepEqual(type, { kind: "enum", schema: "compliance_sales", name: "state" });
      }
      const text = (await generateText(model, { name: "cross" })).find(
        ({ path }) => path === "tables/compliance-sales/line.ts",
      );
      ok(text?.text.includes("item"), "the relation to the other schema is missing");
    },
  },
]);

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
