import { beforeAll, describe, expect, it } from "vitest";
import type { Reading } from "../../../src/introspect/read-database.js";
import type { ColumnType } from "../../../src/model/column-type.js";
import type { ColumnModel } from "../../../src/model/table-model.js";
import { columnOf, readCatalog, serverVersions, tableOf } from "./read-postgres.js";

const integer = (bits: 16 | 32 | 64): ColumnType => ({ kind: "integer", bits, unsigned: false, exact: true });
const text = (length: number | null, fixed = false): ColumnType => ({ kind: "text", length, fixed });
const decimal = (precision: number | null, scale: number | null): ColumnType => ({
  kind: "decimal",
  precision,
  scale,
  unsigned: false,
});
const opaque = (name: string, comparable: boolean): ColumnType => ({ kind: "opaque", name, comparable });
const array = (element: ColumnType): ColumnType => ({ kind: "array", element });
const range = (element: ColumnType): ColumnType => ({ kind: "range", element, multi: false });
const time = (precision: number | null, zone: boolean): ColumnType => ({ kind: "time", precision, zone });
const timestamp = (precision: number | null, zone: boolean): ColumnType => ({ kind: "timestamp", precision, zone });
const interval = (precision: number | null, fields: string | null): ColumnType => ({
  kind: "interval",
  precision,
  fields,
});
const own = (kind: "enum" | "domain" | "composite", name: string): ColumnType => ({ kind, schema: "public", name });
const unsupported: ColumnType = { kind: "unsupported" };

const everyType: readonly (readonly [column: string, databaseType: string, type: ColumnType])[] = [
  ["a_boolean", "boolean", { kind: "boolean" }],
  ["a_smallint", "smallint", integer(16)],
  ["an_integer", "integer", integer(32)],
  ["a_bigint", "bigint", integer(64)],
  ["a_numeric", "numeric", decimal(null, null)],
  ["a_numeric_8", "numeric(8,0)", decimal(8, 0)],
  ["a_numeric_10_2", "numeric(10,2)", decimal(10, 2)],
  ["a_money", "money", { kind: "money" }],
  ["a_real", "real", { kind: "float", bits: 32 }],
  ["a_double", "double precision", { kind: "float", bits: 64 }],
  ["a_text", "text", text(null)],
  ["a_varchar", "character varying", text(null)],
  ["a_varchar_20", "character varying(20)", text(20)],
  ["a_char", "character(5)", text(5, true)],
  ["a_bpchar", "bpchar", text(null, true)],
  ["an_inner_char", '"char"', text(null)],
  ["a_name", "name", text(null)],
  ["a_uuid", "uuid", { kind: "uuid" }],
  ["an_xml", "xml", { kind: "xml" }],
  ["a_bytea", "bytea", { kind: "bytes", length: null, fixed: false }],
  ["a_bit", "bit(4)", { kind: "bits", length: 4, fixed: true }],
  ["a_varbit", "bit varying(7)", { kind: "bits", length: 7, fixed: false }],
  ["a_varbit_any", "bit varying", { kind: "bits", length: null, fixed: false }],
  ["a_date", "date", { kind: "date" }],
  ["a_time", "time without time zone", time(null, false)],
  ["a_time_3", "time(3) without time zone", time(3, false)],
  ["a_timetz", "time with time zone", time(null, true)],
  ["a_timestamp", "timestamp without time zone", timestamp(null, false)],
  ["a_timestamp_0", "timestamp(0) without time zone", timestamp(0, false)],
  ["a_timestamptz", "timestamp with time zone", timestamp(null, true)],
  ["a_timestamptz_3", "timestamp(3) with time zone", timestamp(3, true)],
  ["an_interval", "interval", interval(null, null)],
  ["an_interval_2", "interval(2)", interval(2, null)],
  ["an_interval_year", "interval year", interval(null, "year")],
  ["an_interval_year_month", "interval year to month", interval(null, "year to month")],
  ["an_interval_day_second", "interval day to second(3)", interval(3, "day to second")],
  ["a_json", "json", { kind: "json", binary: false }],
  ["a_jsonb", "jsonb", { kind: "json", binary: true }],
  ["an_oid", "oid", { kind: "integer", bits: 32, unsigned: true, exact: true }],
  ["an_inet", "inet", opaque("inet", true)],
  ["a_cidr", "cidr", opaque("cidr", true)],
  ["a_macaddr", "macaddr", opaque("macaddr", true)],
  ["a_macaddr8", "macaddr8", opaque("macaddr8", true)],
  ["a_tsvector", "tsvector", opaque("tsvector", true)],
  ["a_tsquery", "tsquery", opaque("tsquery", true)],
  ["a_point", "point", opaque("point", false)],
  ["a_line", "line", opaque("line", false)],
  ["an_lseg", "lseg", opaque("lseg", false)],
  ["a_box", "box", opaque("box", false)],
  ["a_path", "path", opaque("path", false)],
  ["a_polygon", "polygon", opaque("polygon", false)],
  ["a_circle", "circle", opaque("circle", false)],
  ["a_pg_lsn", "pg_lsn", opaque("pg_lsn", true)],
  ["a_regclass", "regclass", opaque("regclass", true)],
  ["a_jsonpath", "jsonpath", opaque("jsonpath", false)],
  ["some_integers", "integer[]", array(integer(32))],
  ["some_texts", "text[]", array(array(text(null)))],
  ["some_numerics", "numeric(10,2)[]", array(decimal(10, 2))],
  ["some_moods", "public.mood[]", array(own("enum", "mood"))],
  ["some_ranges", "int4range[]", array(range(integer(32)))],
  ["an_int4range", "int4range", range(integer(32))],
  ["an_int8range", "int8range", range(integer(64))],
  ["a_numrange", "numrange", range(decimal(null, null))],
  ["a_tsrange", "tsrange", range(timestamp(null, false))],
  ["a_tstzrange", "tstzrange", range(timestamp(null, true))],
  ["a_daterange", "daterange", range({ kind: "date" })],
  ["a_float_range", "public.float_range", range({ kind: "float", bits: 64 })],
  ["a_citext", "public.citext", text(null)],
  ["an_hstore", "public.hstore", unsupported],
  ["an_unfinished", "public.unfinished", unsupported],
  ["some_unfinished", "public.unfinished[]", array(unsupported)],
  ["a_mood", "public.mood", own("enum", "mood")],
  ["a_year", "public.year", own("domain", "year")],
  ["a_grade", "public.grade", own("domain", "grade")],
  ["some_tags", "public.tags", own("domain", "tags")],
  ["an_old_year", "public.old_year", own("domain", "old_year")],
  ["some_years", "public.year[]", array(own("domain", "year"))],
  ["an_address", "public.address", own("composite", "address")],
  ["some_addresses", "public.address[]", array(own("composite", "address"))],
  ["a_parcel", "public.parcel", own("composite", "parcel")],
  // A domain of the server's own is not in the model: its base stands for it.
  ["a_cardinal", "information_schema.cardinal_number", integer(32)],
];

describe.each(serverVersions)("the columns of PostgreSQL %s", (version) => {
  let reading: Reading;
  let column: (name: string) => ColumnModel;

  beforeAll(async () => {
    reading = await readCatalog(version);
    const table = tableOf(reading.model, "every_column");
    column = (name) => columnOf(table, name);
  });

  it("have the types that they were declared with", () => {
    const { columns } = tableOf(reading.model, "every_type");
    expect(columns.map(({ name, databaseType, type }) => [name, databaseType, type])).toEqual(everyType);
  });

  it("of types that are not known are there, and reported", () => {
    expect(reading.diagnostics.map(({ code, subject }) => `${code} ${subject}`)).toEqual([
      "TW1001 public.every_type.an_hstore",
      "TW1001 public.every_type.an_unfinished",
      "TW1001 public.every_type.some_unfinished",
    ]);
    expect(reading.diagnostics[0]?.message).toContain('"public.hstore"');
  });

  it("come in the order of the table, dropped ones left out", () => {
    const names = tableOf(reading.model, "every_column").columns.map(({ name }) => name);
    expect(names.slice(2, 6)).toEqual(["legacy", "ticket", "price", "amount"]);
    expect(names).not.toContain("gone");
  });

  it("are nullable unless declared otherwise, by themselves or by their domain", () => {
    expect(column("price")).toMatchObject({ nullable: false, nullability: "declared" });
    expect(column("ticket")).toMatchObject({ nullable: true, nullability: "declared" });
    expect(columnOf(tableOf(reading.model, "every_type"), "a_grade").nullable).toBe(false);
  });

  it("number themselves, taking written values or refusing them", () => {
    expect(column("id").identity).toEqual({
      mode: "always",
      sequence: { schema: "public", name: "every_column_id_seq" },
    });
    expect(column("rank").identity).toEqual({
      mode: "byDefault",
      sequence: { schema: "public", name: "every_column_rank_seq" },
    });
    expect(column("id").default).toEqual({ kind: "none" });
    expect(column("legacy").identity).toBeNull();
  });

  it("have defaults out of sequences, a serial's or any other", () => {
    expect(column("legacy").default).toEqual({ kind: "sequence", schema: "public", name: "every_column_legacy_seq" });
    expect(column("ticket").default).toEqual({ kind: "sequence", schema: "public", name: "ticket_number" });
  });

  it.each<[string, string | boolean]>([
    ["price", "0.00"],
    ["amount", "-1"],
    ["small", "5"],
    ["big", "9007199254740993"],
    ["label", `it's \\ "so"`],
    ["code", "none"],
    ["active", true],
    ["inactive", false],
    ["mood", "ok"],
    ["born", "2020-02-29"],
    ["stamp", "2020-01-01 10:00:00+00"],
    ["lasts", "P1DT2H"],
    ["bits", "0101"],
    ["tags", "{}"],
    ["data", '{"a": 1}'],
    ["worth", "12.5"],
  ])("keep the constant of a default: %s", (name, value) => {
    expect(column(name).default).toEqual({ kind: "literal", value });
  });

  it("keep the text of a default that is computed", () => {
    expect(column("seen").default).toEqual({ kind: "expression", sql: "now()" });
    expect(column("names").default).toEqual({ kind: "expression", sql: "ARRAY['a'::text, 'b'::text]" });
    expect(column("key").default).toEqual({ kind: "expression", sql: "(md5((random())::text))::uuid" });
  });

  it("have no default where there is none, or where it is null", () => {
    expect(column("plain").default).toEqual({ kind: "none" });
    expect(column("nothing").default).toEqual({ kind: "none" });
  });

  it("have their domain's default, unless they have one of their own", () => {
    const { columns } = tableOf(reading.model, "graded");
    expect(columns.map((graded) => graded.default)).toEqual([
      { kind: "literal", value: "A" },
      { kind: "literal", value: "B" },
      { kind: "literal", value: null },
    ]);
  });

  it("are generated by an expression, which is no default", () => {
    expect(column("doubled").generated).toEqual({ kind: "stored", expression: "(price * (2)::numeric)" });
    expect(column("doubled").default).toEqual({ kind: "none" });
    expect(column("price").generated).toBeNull();
  });

  it("name a collation only where it is not the type's own", () => {
    expect(column("sorted").collation).toBe("C");
    expect(column("plain").collation).toBeNull();
    expect(columnOf(tableOf(reading.model, "every_check"), "loose").collation).toBe("public.loose");
  });

  it("have comments of their own", () => {
    expect(column("price").comment).toBe("In euros");
    expect(column("amount").comment).toBeNull();
  });

  it("keep names of every kind", () => {
    const table = tableOf(reading.model, 'Odd "Schema.Od.d "Table');
    expect(table.columns.map(({ name }) => name)).toEqual(["we ird", 'a"b', "order", "naïve", "x/y"]);
    expect(columnOf(table, 'a"b').default).toEqual({
      kind: "sequence",
      schema: 'Odd "Schema',
      name: 'Od.d "Table_a"b_seq',
    });
  });
});

describe.runIf(serverVersions.includes("18"))("the columns of PostgreSQL 18 alone", () => {
  let column: (name: string) => ColumnModel;

  beforeAll(async () => {
    const { model } = await readCatalog("18");
    const table = tableOf(model, "newer");
    column = (name) => columnOf(table, name);
  });

  it("are generated when read, or when written", () => {
    expect(column("with_tax").generated).toEqual({ kind: "virtual", expression: "(price * 1.2)" });
    expect(column("stored").generated?.kind).toBe("stored");
  });

  it("have scales below zero and above the precision", () => {
    expect(column("rounded").type).toEqual(decimal(5, -2));
    expect(column("small").type).toEqual(decimal(2, 5));
  });

  it("hold several ranges, of built-in types and of one's own", () => {
    expect(column("ranges").type).toEqual({ kind: "range", element: integer(32), multi: true });
    expect(column("own_ranges").type).toEqual({ kind: "range", element: { kind: "float", bits: 64 }, multi: true });
  });

  it("compare their transactions", () => {
    expect(column("seen").type).toEqual(opaque("xid8", true));
  });

  it("may hold nulls where NOT NULL was never validated", () => {
    expect(column("later").nullable).toBe(true);
    expect(column("id").nullable).toBe(false);
  });
});
