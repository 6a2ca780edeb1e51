import { describe, expect, it } from "vitest";
import type { CatalogRows } from "../../../src/introspect/postgresql/catalog-rows.js";
import type { ColumnRow, RelationRow, TypeRow } from "../../../src/introspect/postgresql/postgresql-rows.js";
import { toReading } from "../../../src/introspect/postgresql/postgresql-translate.js";

const nothing: CatalogRows = {
  session: { version: 180_000, extensions: [], event_triggers: [] },
  schemas: [{ name: "public", comment: null }],
  relations: [],
  inheritance: [],
  types: [],
  columns: [],
  constraints: [],
  indexes: [],
  triggers: [],
  policies: [],
  statistics: [],
  sequences: [],
  routines: [],
  privileges: [],
  rules: [],
  outerColumns: [],
  expressions: [],
  counts: [],
};

const table: RelationRow = {
  oid: 1,
  schema: "public",
  name: "t",
  relkind: "r",
  relispartition: false,
  relpersistence: "p",
  relrowsecurity: false,
  relforcerowsecurity: false,
  reloptions: null,
  tablespace: null,
  server: null,
  wrapper: null,
  options: null,
  partition_key: null,
  definition: null,
  updatable: 0,
  comment: null,
};

const integer: TypeRow = {
  oid: 23,
  schema: "pg_catalog",
  name: "int4",
  typtype: "b",
  relation: 0,
  element: 0,
  base: 0,
  base_typmod: -1,
  base_name: null,
  dimensions: 0,
  not_null: false,
  default: null,
  collation: null,
  deterministic: true,
  subtype: 0,
  multirange: 0,
  formatted: "integer",
  labels: null,
  extension: null,
  system: true,
  comment: null,
};

const column: ColumnRow = {
  relation: 1,
  position: 1,
  name: "c",
  type: 23,
  typmod: -1,
  dimensions: 0,
  formatted: "integer",
  not_null: false,
  identity: "",
  generated: "",
  expression: null,
  collation: null,
  deterministic: true,
  writable: false,
  options: null,
  comment: null,
};

const own = (type: Partial<TypeRow>): TypeRow => ({ ...integer, schema: "public", system: false, ...type });

describe("rows of a catalog", () => {
  it("of nothing make an empty model", () => {
    expect(toReading(nothing)).toEqual({
      model: {
        modelVersion: 1,
        engine: "postgresql",
        defaultSchema: "public",
        schemas: [{ name: "public", comment: null }],
        tables: [],
        views: [],
        enums: [],
        domains: [],
        composites: [],
        ranges: [],
        sequences: [],
        routines: [],
        extra: { extensions: [] },
      },
      diagnostics: [],
    });
  });

  it("of a table and its columns belong together by the table's number", () => {
    const other = { ...table, oid: 2, name: "u" };
    const columns = [column, { ...column, relation: 2, name: "d" }, { ...column, relation: 3, name: "stray" }];
    const { model } = toReading({ ...nothing, relations: [table, other], types: [integer], columns });
    expect(model.tables.map(({ name, columns: [first] }) => [name, first?.name])).toEqual([
      ["t", "c"],
      ["u", "d"],
    ]);
  });

  it("of a type that is not there are reported, in tables, composites and domains", () => {
    const composite = own({ oid: 50, name: "pair", typtype: "c", relation: 5 });
    const domain = own({ oid: 51, name: "code", typtype: "d", base: 999, base_name: "strange" });
    const { model, diagnostics } = toReading({
      ...nothing,
      relations: [table, { ...table, oid: 5, name: "pair", relkind: "c" }],
      types: [composite, domain],
      columns: [
        { ...column, type: 999, formatted: "strange" },
        { ...column, relation: 5, name: "left", type: 999, formatted: "strange" },
      ],
    });
    expect(model.tables[0]?.columns[0]?.type).toEqual({ kind: "unsupported" });
    expect(diagnostics.map(({ code, subject }) => `${code} ${subject}`)).toEqual([
      "TW1001 public.t.c",
      "TW1001 public.pair.left",
      "TW1001 public.code",
    ]);
  });

  it("of an array nest as deep as it was declared, and once at least", () => {
    const array = { ...integer, oid: 1007, name: "_int4", element: 23 };
    const columns = [0, 1, 3].map((dimensions, place) => ({ ...column, position: place + 1, type: 1007, dimensions }));
    const { model } = toReading({ ...nothing, relations: [table], types: [integer, array], columns });
    const depths = model.tables[0]?.columns.map(({ type }) => JSON.stringify(type).split('"array"').length - 1);
    expect(depths).toEqual([1, 1, 3]);
  });

  it("of an extension's domain stand for its base, and of its enum for nothing known", () => {
    const types = [
      integer,
      own({ oid: 60, name: "lo", typtype: "d", base: 23, extension: "lo" }),
      own({ oid: 61, name: "kind", typtype: "e", labels: ["a"], extension: "kinds" }),
    ];
    const columns = [
      { ...column, type: 60 },
      { ...column, position: 2, name: "e", type: 61 },
    ];
    const { model } = toReading({ ...nothing, relations: [table], types, columns });
    expect(model.tables[0]?.columns.map(({ type }) => type.kind)).toEqual(["integer", "unsupported"]);
    expect([model.domains, model.enums]).toEqual([[], []]);
  });

  it("of a text type named like citext are no citext but the extension's", () => {
    const types = [
      own({ oid: 70, name: "citext", extension: "citext" }),
      own({ oid: 71, name: "citext", schema: "x" }),
    ];
    const columns = [70, 71].map((type, place) => ({ ...column, position: place + 1, type }));
    const { model } = toReading({ ...nothing, relations: [table], types, columns });
    expect(model.tables[0]?.columns.map(({ type }) => type.kind)).toEqual(["text", "unsupported"]);
  });
});
