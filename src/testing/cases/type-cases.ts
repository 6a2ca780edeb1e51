import { deepEqual, equal, ok } from "node:assert/strict";
import type { ColumnType } from "../../model/column-type.js";
import { own, toDialectCases, type ComplianceCase } from "../compliance-case.js";
import { readStated, requireShown } from "../model/expect-part.js";
import { columnOf, tableOf } from "../model/find-in-model.js";
import { generateText, textOf } from "../module/generate-text.js";

const unsupported: ColumnType = { kind: "unsupported" };

/** What the columns' types are in the model. */
export const typeCases: readonly ComplianceCase[] = toDialectCases([
  {
    name: "types.every_native_type_roundtrips_to_neutral_type",
    capability: "types",
    fixture: own,
    run: async (context) => {
      const { columns } = tableOf(await readStated(context), "every_type");
      const tables = context.fixture.model.tables as
        Readonly<Record<string, { readonly columns?: object }>> | undefined;
      const stated = tables?.["every_type"]?.columns;
      // The statement is a table of all types: a column that it leaves out was not reviewed.
      deepEqual(
        Object.keys(stated ?? {}),
        columns.map(({ name }) => name),
      );
      requireShown(columns.length >= 10, "table of the engine's types");
      equal(columns.filter(({ databaseType }) => databaseType === "").length, 0, "the catalog's own text is missing");
    },
  },
  {
    name: "types.unknown_type_becomes_unknown_not_skipped",
    capability: "unknownTypes",
    fixture: own,
    run: async (context) => {
      const model = await readStated(context);
      const strange = columnOf(tableOf(model, "strange"), "odd");
      deepEqual(strange.type, unsupported);
      const { diagnostics } = await context.read();
      ok(
        diagnostics.some(({ code, subject }) => code === "TW1001" && subject.endsWith("strange.odd")),
        "nobody is told that the type is not known",
      );
      const text = textOf(await generateText(model, { name: "strange" }), "tables/strange.ts");
      ok(/odd: unknown( \| null)?;/.test(text), "the column is not in the code, or not unknown");
    },
  },
  {
    name: "types.length_precision_scale_units_char_vs_byte",
    capability: "types",
    fixture: "create table sized (id integer primary key, name varchar(40), price decimal(10, 3), short char(3))",
    run: async (context) => {
      const sized = tableOf(await readStated(context), "sized");
      const name = columnOf(sized, "name").type;
      ok(name.kind === "text" && name.length === 40, "the length is not in characters");
      const price = columnOf(sized, "price").type;
      ok(price.kind === "decimal" && price.precision === 10 && price.scale === 3);
      const short = columnOf(sized, "short").type;
      ok(short.kind === "text" && short.length === 3);
    },
  },
  {
    name: "types.unsigned_bigint_numeric_safe_integer_policy",
    capability: "integers64",
    fixture: "create table big (id {bigint} not null primary key, amount decimal(20, 2), small integer)",
    run: async (context) => {
      const model = await readStated(context);
      const text = textOf(await generateText(model, { name: "big" }), "tables/big.ts");
      ok(/^ {2}id: bigint;$/m.test(text), "a 64-bit integer is not a bigint");
      ok(/^ {2}amount: string \| null;$/m.test(text), "a decimal is not a string");
      ok(/^ {2}small: number \| null;$/m.test(text), "a small integer is not a number");
    },
  },
  {
    name: "types.enum_native_label_order_and_odd_labels",
    capability: "enums",
    fixture: own,
    run: async (context) => {
      const model = await readStated(context);
      const { type } = columnOf(tableOf(model, "labelled"), "state");
      const values =
        type.kind === "inlineEnum" ? type.values : (model.enums.find(({ name }) => name === "state")?.values ?? []);
      deepEqual(
        values,
        ["zulu", "1", "", "two words", "it's", "Zulu"].filter((label) => values.includes(label)),
      );
      ok(values.length >= 5, "a label is missing");
      const files = await generateText(model, { name: "labels" });
      const text = files.map((file) => file.text).join("\n");
      ok(text.includes('"two words"') && text.includes("it's"), "the union lacks a label");
    },
  },
  {
    name: "types.enum_from_check_in_and_lookup_table",
    capability: "checks",
    fixture: `create table lookup (code varchar(10) not null primary key);
      create table checked (id integer primary key, size varchar(10) not null check (size in ('small', 'large')),
        code varchar(10), constraint checked_code foreign key (code) references lookup (code))`,
    run: async (context) => {
      const model = await context.model();
      const checked = tableOf(model, "checked");
      const values = checked.checks.flatMap(({ oneOf }) => (oneOf === null ? [] : [oneOf]));
      deepEqual(values, [{ column: "size", values: ["small", "large"], numeric: false }]);
      const text = textOf(await generateText(model, { name: "checked" }), "tables/checked.ts");
      ok(text.includes('export type CheckedSize = "small" | "large";'), "the check gives no union");
      // What a look-up table holds is data, which may change without the schema.
      ok(/^ {2}code: string \| null;$/m.test(text));
    },
  },
  {
    name: "types.domain_base_type_checks_nullability",
    capability: "domains",
    fixture: own,
    run: async (context) => {
      const model = await readStated(context);
      const [domain] = model.domains;
      ok(domain !== undefined && domain.checks.length > 0, "the domain or its check is missing");
      ok(
        model.tables.some(({ columns }) => columns.some(({ type }) => type.kind === "domain")),
        "no column is of the domain",
      );
      equal(domain.nullable, false);
    },
  },
  {
    name: "types.arrays_multi_dim_ranges_composite",
    capability: "structuredTypes",
    fixture: own,
    run: async (context) => {
      const model = await readStated(context);
      const kinds = new Set(model.tables.flatMap(({ columns }) => columns.map(({ type }) => type.kind)));
      for (const kind of ["array", "range", "composite"] as const) requireShown(kinds.has(kind), kind);
      const text = (await generateText(model, { name: "structured" })).map((file) => file.text).join("\n");
      ok(text.includes("Range<"), "the range has no type of its own");
    },
  },
  {
    name: "types.json_xml_uuid_bit_interval_tz_spatial_vector",
    capability: "types",
    fixture: own,
    run: async (context) => {
      const model = await readStated(context);
      const { columns } = tableOf(model, "special");
      requireShown(
        columns.some(({ type }) => type.kind === "json"),
        "JSON",
      );
      const text = textOf(await generateText(model, { name: "special" }), "tables/special.ts");
      ok(text.includes("JsonValue"), "JSON has no type of its own");
    },
  },
]);
