import { describe, expect, it } from "vitest";
import type { DatabaseModel } from "../../../src/model/database-model.js";
import { loadSharedSchema, sharedSchemaPath } from "../../support/shared-schemas.js";
import { createDatabase, readUrl, serverVersions, tableOf } from "./read-postgres.js";

interface Counts {
  readonly tables: number;
  readonly partitions: number;
  readonly inheriting: number;
  readonly views: number;
  readonly materialized: number;
  /** Of views too. */
  readonly columns: number;
  readonly foreignKeys: number;
  readonly enums: number;
  readonly domains: number;
  readonly functions: number;
}

const none: Counts = {
  tables: 0,
  partitions: 0,
  inheriting: 0,
  views: 0,
  materialized: 0,
  columns: 0,
  foreignKeys: 0,
  enums: 0,
  domains: 0,
  functions: 0,
};

// As the folder's README counts them; tables count with their partitions.
const shared: Readonly<Record<"chinook" | "sakila" | "pagila" | "northwind", Counts>> = {
  chinook: { ...none, tables: 11, columns: 64, foreignKeys: 11 },
  sakila: {
    ...none,
    tables: 21,
    inheriting: 6,
    views: 7,
    columns: 165,
    foreignKeys: 40,
    enums: 1,
    domains: 1,
    functions: 10,
  },
  pagila: {
    ...none,
    tables: 24,
    partitions: 7,
    views: 7,
    materialized: 1,
    columns: 179,
    foreignKeys: 36,
    enums: 1,
    domains: 2,
    functions: 10,
  },
  northwind: { ...none, tables: 14, columns: 92, foreignKeys: 13 },
};

const names = ["chinook", "sakila", "pagila", "northwind"] as const;

describe.each(names)("%s", (name) => {
  const isHere = sharedSchemaPath(`postgres/${name}`) !== null;

  it.runIf(isHere).each(serverVersions)("is in the model whole, read from PostgreSQL %s", async (version) => {
    const database = await createDatabase(version, await loadSharedSchema(`postgres/${name}`));
    const { model, diagnostics, statements } = await readUrl(database.url);
    expect(toCounts(model)).toEqual(shared[name]);
    expect(diagnostics).toEqual([]);
    expect(statements).toBeLessThanOrEqual(20);
  });
});

describe.runIf(sharedSchemaPath("postgres/pagila") !== null)("pagila", () => {
  it("has its array, its search vector, its enum and its domain", async () => {
    const database = await createDatabase("18", await loadSharedSchema("postgres/pagila"));
    const film = tableOf((await readUrl(database.url)).model, "film");
    expect(film.columns.map(({ name, type }) => `${name}: ${type.kind}`)).toEqual([
      "film_id: integer",
      "title: text",
      "description: text",
      "release_year: domain",
      "language_id: integer",
      "original_language_id: integer",
      "rental_duration: integer",
      "rental_rate: decimal",
      "length: integer",
      "replacement_cost: decimal",
      "rating: enum",
      "last_update: timestamp",
      "special_features: array",
      "fulltext: opaque",
    ]);
  });
});

function toCounts(model: DatabaseModel): Counts {
  const views = model.views.filter(({ kind }) => kind === "view").length;
  return {
    tables: model.tables.length,
    partitions: model.tables.filter(({ kind }) => kind === "partition").length,
    inheriting: model.tables.filter(({ inherits }) => inherits.length > 0).length,
    views,
    materialized: model.views.length - views,
    columns: [...model.tables, ...model.views].flatMap(({ columns }) => columns).length,
    foreignKeys: model.tables.flatMap(({ foreignKeys }) => foreignKeys).length,
    enums: model.enums.length,
    domains: model.domains.length,
    functions: model.routines.length,
  };
}
