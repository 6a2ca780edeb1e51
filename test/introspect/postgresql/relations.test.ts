import { beforeAll, describe, expect, it } from "vitest";
import type { Reading } from "../../../src/introspect/read-database.js";
import type { TableModel, ViewModel } from "../../../src/model/table-model.js";
import { itemOf, readCatalog, serverVersions, tableOf, viewOf } from "./read-postgres.js";

describe.each(serverVersions)("the tables of PostgreSQL %s", (version) => {
  let reading: Reading;
  let table: (name: string) => TableModel;
  let view: (name: string) => ViewModel;

  beforeAll(async () => {
    reading = await readCatalog(version);
    table = (name) => tableOf(reading.model, name);
    view = (name) => viewOf(reading.model, name);
  });

  it("stand in schemas with comments, the server's own left out", () => {
    expect(reading.model.schemas).toEqual([
      { name: 'Odd "Schema', comment: null },
      { name: "public", comment: "standard public schema" },
      { name: "sales", comment: "What is sold, and to whom" },
    ]);
    expect([reading.model.engine, reading.model.defaultSchema]).toEqual(["postgresql", "public"]);
  });

  it("are none of temporary ones", () => {
    expect(reading.model.tables.map(({ name }) => name)).not.toContain("passing");
  });

  it("may have no columns, or no key", () => {
    expect(table("no_columns")).toMatchObject({ kind: "table", columns: [], primaryKey: null });
  });

  it("have comments of any text", () => {
    expect(table("every_column").comment).toBe("Line one\nline two: */ ${x} `y` 🐘");
    expect(table("animal").comment).toBeNull();
  });

  it("keep what only this engine knows", () => {
    expect(table("fleeting").extra).toEqual({
      relpersistence: "unlogged",
      reloptions: ["fillfactor=70", "autovacuum_enabled=off"],
    });
    expect(table("document").extra).toEqual({ relrowsecurity: true });
    expect(table("animal").extra).toEqual({});
    expect(reading.model.extra["extensions"]).toEqual(["btree_gist", "citext", "hstore", "plpgsql"]);
  });

  it("are spread over partitions, which are tables too", () => {
    expect(table("measure")).toMatchObject({
      kind: "partitioned",
      partitioning: {
        method: "range",
        key: "taken",
        partitions: [
          { name: "measure_2020", bound: "FOR VALUES FROM ('2020-01-01') TO ('2021-01-01')" },
          { name: "measure_2021", bound: "FOR VALUES FROM ('2021-01-01') TO ('2022-01-01')" },
          { name: "measure_rest", bound: "DEFAULT" },
        ],
      },
    });
    expect(table("measure_2020")).toMatchObject({ kind: "partition", partitioning: null, inherits: [] });
    expect(table("measure_2021")).toMatchObject({
      kind: "partition",
      partitioning: {
        method: "list",
        partitions: [{ schema: "sales", name: "measure_2021_1", bound: "FOR VALUES IN (1, 2)" }],
      },
    });
    expect(table("split").partitioning).toEqual({ method: "hash", key: "n, lower(s)", partitions: [] });
    expect(table("animal").partitioning).toBeNull();
  });

  it("hold the keys of their parent as partitions", () => {
    expect(table("measure_2020").primaryKey?.columns).toEqual(["city", "taken"]);
    expect(table("measure_2020").foreignKeys).toMatchObject([{ references: { schema: "sales", name: "customer" } }]);
  });

  it("inherit from parents, in order, with their columns and checks", () => {
    const dog = table("dog");
    expect(dog.inherits).toEqual([
      { schema: "public", name: "animal" },
      { schema: "public", name: "owned" },
    ]);
    expect(dog.columns.map(({ name }) => name)).toEqual(["name", "legs", "owner", "breed"]);
    expect(dog.checks.map(({ name }) => name)).toEqual(["animal_legs_check"]);
    expect(table("animal").inherits).toEqual([]);
  });

  it("may lie on other servers, whose options are nobody's business", () => {
    expect(table("remote")).toMatchObject({ kind: "foreign", extra: { server: "far_away" } });
    expect(table("remote").columns.map(({ name, nullable }) => [name, nullable])).toEqual([
      ["id", false],
      ["name", true],
    ]);
    expect(/swordfish|secret\.example/.test(JSON.stringify(reading.model))).toBe(false);
  });

  it("have triggers", () => {
    const { triggers } = table("document");
    expect(itemOf(triggers, "document_touch")).toMatchObject({
      timing: "before",
      events: ["insert", "update"],
      level: "row",
      enabled: true,
      comment: "Keeps the time",
    });
    expect(itemOf(triggers, "document_touch").definition).toContain("EXECUTE FUNCTION public.touch()");
    expect(itemOf(triggers, "document_empty")).toMatchObject({
      timing: "after",
      events: ["truncate"],
      level: "statement",
      enabled: false,
    });
    expect(table("sales.orders").triggers).toEqual([]);
  });

  it("have policies", () => {
    expect(table("document").policies).toEqual([
      {
        name: "document_all",
        command: "all",
        permissive: true,
        roles: ["public"],
        using: "(year > 1900)",
        check: null,
      },
      {
        name: "document_own",
        command: "update",
        permissive: false,
        roles: ["pg_monitor"],
        using: "(author = 'me'::text)",
        check: "(title <> ''::text)",
      },
    ]);
  });

  it("are seen through views, whose columns may be null unless their query proves otherwise", () => {
    const counts = view("order_counts");
    expect(counts.columns.map(({ name, databaseType }) => [name, databaseType])).toEqual([
      ["customer", "integer"],
      ["Number", "bigint"],
      ["grades", "sales.state[]"],
    ]);
    expect(counts.columns.map(({ nullable, nullability }) => [nullable, nullability])).toEqual([
      [false, "proved"],
      [false, "proved"],
      [false, "proved"],
    ]);
    expect(counts).toMatchObject({ kind: "view", updatable: false, extra: { reloptions: ["security_barrier=true"] } });
    expect(counts.definition).toMatch(/^ SELECT .*\n   FROM sales\.orders\n/s);
  });

  it("can be written through some views, and through those with triggers", () => {
    expect(view("closed_orders")).toMatchObject({ updatable: true, comment: "What is done" });
    expect(view("closed_orders").columns[0]?.comment).toBe("Counts within its region");
    expect(view("sales.handled")).toMatchObject({
      updatable: true,
      triggers: [{ name: "handled_write", timing: "insteadOf", events: ["insert", "update", "delete"] }],
    });
  });

  it("are kept in materialized views", () => {
    const years = view("customer_years");
    expect(years).toMatchObject({ kind: "materialized", updatable: false, comment: "Refreshed at night" });
    expect(years.columns.map(({ name, type }) => [name, type.kind])).toEqual([
      ["id", "integer"],
      ["email", "text"],
      ["since", "domain"],
    ]);
  });
});
