import type { ColumnType } from "../../src/model/column-type.js";
import type { DatabaseModel, ParameterModel, RoutineModel } from "../../src/model/database-model.js";
import type { CheckModel, ColumnModel } from "../../src/model/table-model.js";
import {
  makeColumn,
  makeForeignKey,
  makeIndex,
  makeKey,
  makeModel,
  makeTable,
  makeView,
} from "../model/sample-model.js";

export const integer: ColumnType = { kind: "integer", bits: 32, unsigned: false, exact: true };
export const text: ColumnType = { kind: "text", length: null, fixed: false };

/** A check that leaves a column these values. */
export function makeOneOf(column: string, values: readonly string[], parts: Partial<CheckModel> = {}): CheckModel {
  const oneOf = { column, values, numeric: false };
  return {
    name: `${column}_check`,
    expression: `${column} in (…)`,
    oneOf,
    validated: true,
    enforced: true,
    comment: null,
    ...parts,
  };
}

export function makeTextColumn(name: string, parts: Partial<ColumnModel> = {}): ColumnModel {
  return makeColumn(name, { type: text, databaseType: "text", ...parts });
}

const address: ColumnType = { kind: "composite", schema: "public", name: "address" };

/** One column for each kind of type. */
const everyType: readonly ColumnType[] = [
  { kind: "boolean" },
  { kind: "integer", bits: 16, unsigned: false, exact: true },
  { kind: "integer", bits: 64, unsigned: false, exact: true },
  { kind: "integer", bits: 32, unsigned: true, exact: true },
  { kind: "decimal", precision: 10, scale: 2, unsigned: false },
  { kind: "decimal", precision: null, scale: null, unsigned: false },
  { kind: "money" },
  { kind: "float", bits: 32 },
  { kind: "float", bits: 64 },
  { kind: "text", length: 3, fixed: true },
  { kind: "uuid" },
  { kind: "xml" },
  { kind: "bytes", length: null, fixed: false },
  { kind: "bits", length: 3, fixed: true },
  { kind: "date" },
  { kind: "year" },
  { kind: "time", precision: null, zone: false },
  { kind: "time", precision: null, zone: true },
  { kind: "timestamp", precision: 3, zone: false },
  { kind: "timestamp", precision: null, zone: true },
  { kind: "interval", precision: null, fields: null },
  { kind: "json", binary: true },
  { kind: "inlineEnum", values: ["a", "b"] },
  { kind: "enum", schema: "public", name: "mood" },
  { kind: "domain", schema: "public", name: "email" },
  { kind: "domain", schema: "public", name: "size" },
  address,
  { kind: "array", element: { kind: "array", element: integer } },
  { kind: "array", element: { kind: "enum", schema: "public", name: "mood" } },
  { kind: "array", element: address },
  { kind: "range", element: { kind: "timestamp", precision: null, zone: true }, multi: false },
  { kind: "range", element: { kind: "decimal", precision: null, scale: null, unsigned: false }, multi: true },
  { kind: "opaque", name: "inet", comparable: true },
  { kind: "opaque", name: "point", comparable: false },
  { kind: "unsupported" },
];

const domain = {
  databaseType: "text",
  nullable: true,
  default: { kind: "none" },
  checks: [],
  collation: null,
  comment: null,
} as const;

const record = { type: { kind: "unsupported" }, databaseType: "record", set: true } as const;

/** A model with at least one of everything that a generated module can hold. */
export const richModel: DatabaseModel = makeModel({
  schemas: [
    { name: "public", comment: null },
    { name: "sales", comment: "What is sold." },
  ],
  tables: [
    makeTable("every_type", {
      columns: [
        makeColumn("id", { identity: { mode: "always", sequence: null }, comment: "Its number." }),
        ...everyType.flatMap((type, index) => [
          makeColumn(`c${index}`, { type, databaseType: `${type.kind}_type` }),
          makeColumn(`n${index}`, { type, databaseType: `${type.kind}_type`, nullable: true }),
        ]),
      ],
      primaryKey: makeKey("every_type_pkey", "id"),
      comment: "First line.\n\n@deprecated, and */ the end",
    }),
    makeTable("person", {
      columns: [
        makeColumn("person_id", { identity: { mode: "byDefault", sequence: null } }),
        makeTextColumn("first_name"),
        makeTextColumn("last_name"),
        makeTextColumn("email", { nullable: true }),
        makeTextColumn("full_name", { generated: { kind: "stored", expression: "first_name || last_name" } }),
        makeColumn("manager_id", { nullable: true }),
        makeTextColumn("status", { default: { kind: "literal", value: "new" } }),
        makeColumn("grade", { default: { kind: "expression", sql: "1 + 1" } }),
      ],
      primaryKey: makeKey("person_pkey", "person_id"),
      uniqueKeys: [
        makeKey("person_name_key", "first_name", "last_name"),
        { ...makeKey("person_grade_key", "grade"), deferrable: "initiallyDeferred" },
      ],
      indexes: [makeIndex("person_email_index", { unique: true, parts: [indexPart("email")] })],
      foreignKeys: [makeForeignKey(["manager_id"], "person", ["person_id"])],
      checks: [
        makeOneOf("status", ["new", "old"]),
        makeOneOf("grade", ["1", "2"], { oneOf: { column: "grade", values: ["1", "2"], numeric: true } }),
        makeOneOf("names", [], { expression: "first_name <> last_name", oneOf: null }),
      ],
    }),
    makeTable("tag", { columns: [makeColumn("tag_id")], primaryKey: makeKey("tag_pkey", "tag_id") }),
    makeTable("person_tag", {
      columns: [makeColumn("person_id"), makeColumn("tag_id")],
      primaryKey: makeKey("person_tag_pkey", "person_id", "tag_id"),
      foreignKeys: [
        makeForeignKey(["person_id"], "person", ["person_id"]),
        makeForeignKey(["tag_id"], "tag", ["tag_id"]),
      ],
    }),
    makeTable("order", {
      schema: "sales",
      columns: [makeColumn("order_id"), makeColumn("customer_id"), makeColumn("seller_id")],
      primaryKey: makeKey("order_pkey", "order_id"),
      foreignKeys: [
        makeForeignKey(["customer_id"], "person", ["person_id"]),
        makeForeignKey(["seller_id"], "person", ["person_id"]),
      ],
    }),
    makeTable("no_key", { columns: [makeTextColumn("line")] }),
    makeTable("no_columns"),
  ],
  views: [
    makeView("adult", {
      columns: [makeTextColumn("name", { nullable: true, comment: "As printed." })],
      comment: "Grown up.",
    }),
    makeView("total", {
      schema: "sales",
      kind: "materialized",
      columns: [makeColumn("sum", { type: { kind: "json", binary: false } })],
    }),
  ],
  enums: [{ schema: "public", name: "mood", values: ["sad", "ok"], comment: "How it goes." }],
  domains: [
    {
      ...domain,
      schema: "public",
      name: "email",
      type: text,
      checks: [makeOneOf("x", [], { oneOf: null, expression: "VALUE ~ '@'" })],
    },
    { ...domain, schema: "public", name: "size", type: text, checks: [makeOneOf("VALUE", ["s", "m"])] },
  ],
  composites: [
    {
      schema: "public",
      name: "address",
      comment: "Where somebody lives.",
      fields: [
        { name: "street", type: text, databaseType: "text" },
        { name: "place", type: { kind: "composite", schema: "public", name: "place" }, databaseType: "public.place" },
      ],
    },
    {
      schema: "public",
      name: "place",
      comment: null,
      fields: [{ name: "zip", type: integer, databaseType: "integer" }],
    },
  ],
  routines: [
    makeRoutine("total", {
      parameters: [makeParameter("Of"), makeParameter(null, { hasDefault: true })],
      comment: "Adds.",
    }),
    makeRoutine("total", { parameters: [makeParameter("of", { type: text, databaseType: "text" })] }),
    makeRoutine("total", {
      parameters: [
        makeParameter("of", { type: address, databaseType: "address" }),
        makeParameter("a", { mode: "table" }),
      ],
      returns: record,
    }),
    makeRoutine("people", {
      returns: { type: { kind: "composite", schema: "public", name: "person" }, databaseType: "person", set: true },
    }),
    makeRoutine("strangers", {
      returns: {
        type: { kind: "composite", schema: "public", name: "stranger" },
        databaseType: "stranger",
        set: false,
      },
    }),
    makeRoutine("what", {
      parameters: [makeParameter("x", { type: { kind: "unsupported" }, databaseType: "cube" })],
      returns: { type: { kind: "unsupported" }, databaseType: "cube", set: true },
    }),
    makeRoutine("a_function_whose_name_is_as_long_as_a_name_can_be_in_the_database", {
      parameters: [makeParameter("a", { mode: "table" }), makeParameter("b", { mode: "table" })],
      returns: record,
    }),
    makeRoutine("move", { kind: "procedure", parameters: [makeParameter("by", { mode: "inout" })], returns: null }),
    makeRoutine("tidy", { schema: "sales", kind: "procedure", returns: null }),
  ],
  ranges: [
    {
      schema: "public",
      name: "span",
      element: { kind: "float", bits: 64 },
      databaseType: "double precision",
      multirange: null,
      comment: null,
    },
  ],
});

/** A parameter that is an integer unless told. */
export function makeParameter(name: string | null, parts: Partial<ParameterModel> = {}): ParameterModel {
  return { name, mode: "in", type: integer, databaseType: "integer", hasDefault: false, ...parts };
}

/** A function of the default schema that gives an integer, unless told. */
export function makeRoutine(name: string, parts: Partial<RoutineModel> = {}): RoutineModel {
  const inputs = (parts.parameters ?? []).filter(({ mode }) => mode !== "out" && mode !== "table");
  return {
    schema: "public",
    name,
    kind: "function",
    signature: inputs.map(({ databaseType }) => databaseType).join(", "),
    language: "sql",
    parameters: [],
    returns: { type: integer, databaseType: "integer", set: false },
    volatility: "volatile",
    comment: null,
    ...parts,
  };
}

export function indexPart(column: string): ReturnType<typeof makeIndex>["parts"][number] {
  return {
    column,
    expression: null,
    direction: "asc",
    nulls: "last",
    operatorClass: null,
    collation: null,
    prefixLength: null,
  };
}
