import { beforeAll, describe, expect, it } from "vitest";
import type { Reading } from "../../../src/introspect/read-database.js";
import { named, readCatalog, readUrl, createDatabase, serverVersions } from "./read-postgres.js";

describe.each(serverVersions)("the types of PostgreSQL %s", (version) => {
  let reading: Reading;

  beforeAll(async () => {
    reading = await readCatalog(version);
  });

  it("are enums with their labels in order", () => {
    expect(reading.model.enums).toEqual([
      {
        schema: "public",
        name: "mood",
        values: ["sad", "new", "ok", "", "Very Happy", "ok' then"],
        comment: "How it feels",
      },
      { schema: "sales", name: "state", values: ["open", "closed"], comment: null },
    ]);
  });

  it("are domains with what they add to their bases", () => {
    const { domains } = reading.model;
    expect(domains.map(({ name }) => name)).toEqual(["grade", "old_year", "tags", "year"]);
    expect(named(domains, "year")).toEqual({
      schema: "public",
      name: "year",
      type: { kind: "integer", bits: 32, unsigned: false, exact: true },
      databaseType: "integer",
      nullable: true,
      default: { kind: "none" },
      checks: [
        {
          name: "year_check",
          expression: "((VALUE >= 1901) AND (VALUE <= 2155))",
          oneOf: null,
          validated: true,
          enforced: true,
          comment: null,
        },
      ],
      collation: null,
      comment: "A year of our times",
    });
    expect(named(domains, "grade")).toMatchObject({
      type: { kind: "text", length: 2 },
      databaseType: "character varying(2)",
      nullable: false,
      default: { kind: "literal", value: "A" },
      checks: [{ oneOf: { column: "VALUE", values: ["A", "B", "C"], numeric: false } }],
    });
    expect(named(domains, "tags").type).toEqual({
      kind: "array",
      element: { kind: "text", length: null, fixed: false },
    });
    expect(named(domains, "old_year").type).toEqual({ kind: "domain", schema: "public", name: "year" });
  });

  it("are composites with their fields, the row types of tables left out", () => {
    expect(reading.model.composites.map(({ name }) => name)).toEqual(["address", "parcel"]);
    const address = named(reading.model.composites, "address");
    expect(address.comment).toBe("Where somebody lives");
    expect(address.fields.map(({ name, databaseType }) => [name, databaseType])).toEqual([
      ["street", "text"],
      ["number", "integer"],
      ["lines", "text[]"],
      ["mood", "public.mood"],
    ]);
    expect(named(reading.model.composites, "parcel").fields[1]?.type).toEqual({
      kind: "composite",
      schema: "public",
      name: "address",
    });
  });

  it("are ranges of one's own", () => {
    expect(reading.model.ranges).toEqual([
      {
        schema: "public",
        name: "float_range",
        element: { kind: "float", bits: 64 },
        databaseType: "double precision",
        multirange: version === "12" ? null : { schema: "public", name: "float_multirange" },
        comment: "From one number to another",
      },
    ]);
  });

  it("are none of an extension's", () => {
    const names = [...reading.model.domains, ...reading.model.composites, ...reading.model.routines].map(
      ({ name }) => name,
    );
    expect(names.filter((name) => /citext|hstore|gist|gbt/.test(name))).toEqual([]);
  });

  it("number from sequences, some of which a column owns", () => {
    const { sequences } = reading.model;
    expect(named(sequences, "ticket_number")).toEqual({
      schema: "public",
      name: "ticket_number",
      databaseType: "integer",
      start: "100",
      increment: "-5",
      min: "-1000",
      max: "100",
      cache: "7",
      cycle: true,
      ownedBy: null,
      comment: "Counts down",
    });
    expect(named(sequences, "every_column_rank_seq")).toMatchObject({
      databaseType: "bigint",
      start: "7",
      increment: "3",
      max: "9223372036854775807",
      ownedBy: { schema: "public", table: "every_column", column: "rank" },
    });
    expect(named(sequences, "every_column_legacy_seq").ownedBy?.column).toBe("legacy");
  });

  it("come along from schemas that were not asked for", async () => {
    const database = await createDatabase(
      version,
      `create schema app; create schema kit;
       create type kit.color as enum ('red');
       create domain kit.code as text check (value in ('a'));
       create type kit.place as (at kit.code, color kit.color[]);
       create type kit.unused as enum ('x');
       create table kit.paint (id integer primary key);
       create table app.wall (place kit.place, paint integer references kit.paint (id));`,
    );
    const { model } = await readUrl(database.url, { schemas: ["app"] });
    expect(model.schemas.map(({ name }) => name)).toEqual(["app"]);
    expect(model.tables.map(({ name }) => name)).toEqual(["wall"]);
    expect(model.tables[0]?.foreignKeys[0]?.references).toEqual({ schema: "kit", name: "paint", columns: ["id"] });
    expect([...model.composites, ...model.domains, ...model.enums].map(({ name }) => name)).toEqual([
      "place",
      "code",
      "color",
    ]);
  });
});
