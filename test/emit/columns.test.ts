import { describe, expect, it } from "vitest";
import { postgresqlTraits } from "../../src/dialect/built-in/postgresql-traits.js";
import { sqlserverTraits } from "../../src/dialect/built-in/sqlserver-traits.js";
import type { DialectTraits } from "../../src/dialect/dialect-traits.js";
import { planFiles } from "../../src/emit/plan/plan-files.js";
import { toPlanOptions } from "../../src/emit/plan/plan-options.js";
import type { ColumnType } from "../../src/model/column-type.js";
import type { ColumnModel, TableModel } from "../../src/model/table-model.js";
import type { TableView } from "../../src/emit/plan/views.js";
import { makeColumn, makeIndex, makeKey, makeModel, makeTable } from "../model/sample-model.js";
import { planModel, tableAt } from "./planned-module.js";
import { indexPart, makeOneOf, makeTextColumn, richModel, text } from "./rich-model.js";

describe("what an insert takes", () => {
  it.each<[string, Partial<ColumnModel>, string | null]>([
    ["a plain column", {}, "c: number"],
    ["a nullable one", { nullable: true }, "c?: number | null | undefined"],
    ["one with a default", { default: { kind: "literal", value: "1" } }, "c?: number | undefined"],
    ["one of a sequence", { default: { kind: "sequence", schema: "public", name: "s" } }, "c?: number | undefined"],
    ["identity by default", { identity: { mode: "byDefault", sequence: null } }, "c?: number | undefined"],
    ["identity always", { identity: { mode: "always", sequence: null } }, null],
    ["a generated one", { generated: { kind: "virtual", expression: "1" } }, null],
    ["one of an unknown type", { type: { kind: "unsupported" }, nullable: true }, "c?: unknown"],
  ])("of %s", (_, parts, expected) => {
    const { insert, update } = viewOf({ columns: [makeColumn("c", parts)] });
    expect(insert.map(({ property, optional, type }) => `${property}${optional ? "?" : ""}: ${type}`)).toEqual(
      expected === null ? [] : [expected],
    );
    expect(update.map(({ property }) => property)).toEqual(expected === null ? [] : ["c"]);
  });

  it("leaves out what a domain fills", () => {
    const domains = richModel.domains.map((domain) => ({
      ...domain,
      default: { kind: "literal", value: "m" } as const,
    }));
    const column = makeColumn("c", { type: { kind: "domain", schema: "public", name: "size" } });
    const view = tableAt(
      planModel({ ...richModel, domains, views: [], tables: [makeTable("t", { columns: [column] })] }),
      "tables/t.ts",
    );
    expect(view.insert).toEqual([{ property: "c", optional: true, type: "Size | undefined" }]);
  });
});

describe("a column's values", () => {
  const inCheck = (column: ColumnModel, check: ReturnType<typeof makeOneOf>): TableView =>
    viewOf({ columns: [column], checks: [check] });

  it("are a union where a check lists them", () => {
    const view = inCheck(makeTextColumn("status"), makeOneOf("status", ["a", "it's"]));
    expect(view.unions).toMatchObject([{ name: "TStatus", valuesName: "tStatusValues", members: ['"a"', `"it's"`] }]);
    expect(view.columns).toMatchObject([
      { type: "TStatus", where: "EnumWhere<TStatus>", codec: "tStatusCodec", cast: null },
    ]);
  });

  it("are what all checks leave", () => {
    const checks = [makeOneOf("c", ["a", "b", "c"]), makeOneOf("c", ["b", "c", "d"])];
    expect(viewOf({ columns: [makeTextColumn("c")], checks }).unions[0]?.members).toEqual(['"b"', '"c"']);
  });

  it.each<[string, Partial<ColumnModel>, Parameters<typeof makeOneOf>[2]]>([
    ["a check that old rows may break", {}, { validated: false }],
    ["a check that is not held", {}, { enforced: false }],
    ["a collation that takes other spellings for the same", { collation: "NOCASE" }, {}],
    ["a type that compares without case", { databaseType: "public.citext" }, {}],
    ["padded text", { type: { kind: "text", length: 3, fixed: true } }, {}],
  ])("are not narrowed by %s", (_, parts, check) => {
    expect(inCheck(makeTextColumn("c", parts), makeOneOf("c", ["a"], check)).unions).toEqual([]);
  });
});

describe("the type that a parameter is cast to on PostgreSQL", () => {
  it.each<[ColumnType, string, string | null]>([
    [text, "text", null],
    [{ kind: "text", length: 3, fixed: false }, "character varying(3)", null],
    [{ kind: "text", length: 3, fixed: true }, "character(3)", "bpchar"],
    [text, "public.citext", "public.citext"],
    [{ kind: "bits", length: 3, fixed: true }, "bit(3)", "varbit"],
    [{ kind: "integer", bits: 16, unsigned: false, exact: true }, "smallint", "int2"],
    [{ kind: "integer", bits: 32, unsigned: false, exact: true }, "integer", null],
    [{ kind: "decimal", precision: 4, scale: 2, unsigned: false }, "numeric(4,2)", null],
    [{ kind: "timestamp", precision: 3, zone: true }, "timestamp(3) with time zone", null],
    [{ kind: "json", binary: true }, "jsonb", null],
    [{ kind: "json", binary: false }, "json", "json"],
    [{ kind: "enum", schema: "public", name: "mood" }, "public.mood", '"public"."mood"'],
    [{ kind: "domain", schema: "public", name: "email" }, "public.email", null],
    [
      { kind: "array", element: { kind: "enum", schema: "public", name: "mood" } },
      "public.mood[]",
      '"public"."mood"[]',
    ],
    [{ kind: "array", element: { kind: "array", element: text } }, "text[]", "text[]"],
    [{ kind: "range", element: { kind: "date" }, multi: false }, "daterange", "daterange"],
    [{ kind: "opaque", name: "inet", comparable: true }, "inet", "inet"],
  ])("of %j (%s) is %s", (type, databaseType, cast) => {
    const tables = [makeTable("t", { columns: [makeColumn("c", { type, databaseType })] })];
    const [column] = tableAt(planModel({ ...richModel, views: [], tables }), "tables/t.ts").columns;
    expect(column?.cast).toBe(cast === null ? null : cast.includes('"') ? `'${cast}'` : `"${cast}"`);
  });

  it("is never said on SQLite", () => {
    const columns = [makeColumn("c", { type: { kind: "integer", bits: 16, unsigned: false, exact: true } })];
    const plan = planModel(
      makeModel({ engine: "sqlite", defaultSchema: "main", tables: [makeTable("t", { schema: "main", columns })] }),
    );
    expect(tableAt(plan, "tables/t.ts")).toMatchObject({ schema: null, columns: [{ cast: null }] });
  });
});

describe("unique keys", () => {
  const columns = ["id", "a", "b"].map((name) => makeColumn(name));

  it("are the primary key, unique constraints and unique indexes over whole columns", () => {
    const view = viewOf({
      columns,
      primaryKey: makeKey("t_pkey", "id"),
      uniqueKeys: [makeKey("t_b_key", "b")],
      indexes: [
        makeIndex("ab", { unique: true, parts: [indexPart("a"), indexPart("b")] }),
        makeIndex("again", { unique: true, parts: [indexPart("b")] }),
        makeIndex("partial", { unique: true, parts: [indexPart("a")], predicate: "b > 0" }),
        makeIndex("expression", { unique: true, parts: [{ ...indexPart("a"), column: null, expression: "abs(a)" }] }),
        makeIndex("plain", { parts: [indexPart("a")] }),
      ],
    });
    expect(view.keys.map(({ name, properties }) => [name, properties])).toEqual([
      ["primaryKey", '["id"]'],
      ["aAndB", '["a", "b"]'],
      ["b", '["b"]'],
    ]);
    expect(view.unique).toBe('"primaryKey" | "aAndB" | "b"');
    expect(view.finders.map(({ method, parameter }) => [method, parameter])).toEqual([
      ["findByAAndB", "key: { a: number; b: number }"],
      ["findByB", "b: number"],
    ]);
    expect(view.constraint).toBe('"ab" | "again" | "expression" | "partial" | "t_b_key" | "t_pkey"');
  });

  it("are found by, and never upserted on, where they are deferrable", () => {
    const view = viewOf({ columns, uniqueKeys: [{ ...makeKey("k", "a"), deferrable: "initiallyDeferred" }] });
    expect([view.unique, view.finders.map(({ method }) => method)]).toEqual(["never", ["findByA"]]);
  });

  it("do not lose their finder to the runtime's own members, nor their parameter to a keyword", () => {
    const view = viewOf({
      columns: [makeColumn("key"), makeColumn("class"), makeColumn("primary_key")],
      uniqueKeys: ["key", "class", "primary_key"].map((name) => makeKey(null, name)),
    });
    expect(view.finders.map(({ method, parameter, values }) => [method, parameter, values])).toEqual([
      ["findByClass", "value: number", "[value]"],
      ["findByKey", "key: number", "[key]"],
      ["findByPrimaryKeyKey", "primaryKey: number", "[primaryKey]"],
    ]);
  });

  it("never hold null", () => {
    const view = viewOf({ columns: [makeColumn("a", { nullable: true })], primaryKey: makeKey(null, "a") });
    expect(view.key).toMatchObject({ type: "number" });
  });
});

describe("the comment on a column", () => {
  it.each<[string, Partial<ColumnModel>, Partial<TableModel>, readonly string[]]>([
    ["says the type", {}, {}, ["/** `integer`. */"]],
    ["says that there is none", { databaseType: "" }, {}, ["/** No type. */"]],
    ["says the default", { default: { kind: "expression", sql: "now()" } }, {}, ["/** `integer`, default `now()`. */"]],
    [
      "says the check",
      {},
      { checks: [makeOneOf("x", [], { oneOf: null, expression: "c > 0 and 'd' <> ''" })] },
      ["/** `integer`, check `c > 0 and 'd' <> ''`. */"],
    ],
    [
      "says that digits are lost",
      { type: { kind: "timestamp", precision: 6, zone: false } },
      {},
      ["/** `integer`, read to the millisecond. */"],
    ],
    [
      "takes the catalog's",
      { comment: "\r\nOne.\r\n\r\n  @see `x` */ {@link y}\n" },
      {},
      ["/**", " * One.", " *", " * \\@see `x` *\\/ {\\@link y}", " *", " * `integer`.", " */"],
    ],
    ["hides nothing", { comment: "a\u202eb\0" }, {}, ["/**", " * a\\u202eb\\u0000", " *", " * `integer`.", " */"]],
  ])("%s", (_, column, table, doc) => {
    expect(viewOf({ ...table, columns: [makeColumn("c", column)] }).columns[0]?.doc).toEqual(doc);
  });
});

it("a type that the model lacks is unknown, and reported", () => {
  const plan = planModel(
    makeModel({
      tables: [
        makeTable("t", {
          columns: [makeColumn("c", { type: { kind: "enum", schema: "away", name: "e" }, databaseType: "away.e" })],
        }),
      ],
    }),
  );
  expect(tableAt(plan, "tables/t.ts").columns).toMatchObject([{ type: "unknown", codec: "unknown" }]);
  expect(plan.diagnostics).toMatchObject([{ code: "TW2004", subject: "public.t.c" }]);
});

function viewOf(parts: Partial<TableModel>): TableView {
  return tableAt(planModel(makeModel({ tables: [makeTable("t", parts)] })), "tables/t.ts");
}

describe("what a comment says of a column", () => {
  it("names what the database sets it to by every update", () => {
    const onUpdate = "current_timestamp(3)";
    const { columns } = viewOf({ columns: [makeColumn("c", { onUpdate })] });
    expect(columns[0]?.doc.join(" ")).toContain(`set to \`${onUpdate}\` by every update`);
  });
});

describe("a table with triggers", () => {
  const trigger = {
    name: "audit",
    timing: "after",
    events: ["insert"],
    level: "statement",
    enabled: true,
    definition: "create trigger audit",
    comment: null,
  } as const;
  const viewWith = (dialect: DialectTraits, enabled: boolean): TableView => {
    const table = makeTable("t", { columns: [makeColumn("c")], triggers: [{ ...trigger, enabled }] });
    const model = makeModel({ engine: dialect.name, tables: [table] });
    return tableAt(planFiles(model, toPlanOptions({ name: "test", snapshot: false }), dialect), "tables/t.ts");
  };

  it("says so on SQL Server, whose writes give no rows back then", () => {
    expect(viewWith(sqlserverTraits, true).triggered).toBe(true);
    expect(viewWith(sqlserverTraits, false).triggered).toBe(false);
  });

  it("says nothing on other engines", () => {
    expect(viewWith(postgresqlTraits, true).triggered).toBe(false);
  });
});
