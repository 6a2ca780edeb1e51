import { readFile } from "node:fs/promises";
import { afterAll } from "vitest";
import { readDatabase, type Reading } from "../../../src/introspect/read-database.js";
import type { Scope } from "../../../src/introspect/scope.js";
import type { DatabaseModel } from "../../../src/model/database-model.js";
import type { QualifiedName } from "../../../src/model/qualified-name.js";
import type { ColumnModel, TableModel, ViewModel } from "../../../src/model/table-model.js";
import { loadPostgresScript } from "../../support/load-postgres-script.js";
import { createPostgresDatabase, hasPostgresServer, type PostgresDatabase } from "../../support/postgres-database.js";

export type ServerVersion = "18" | "12";

/** The servers of this run, the oldest and the newest that are supported. */
export const serverVersions: readonly ServerVersion[] = (["18", "12"] as const).filter(hasPostgresServer);

export const everything: Scope = { schemas: null, include: [], exclude: [] };

const made: PostgresDatabase[] = [];

/** A database of the test file's own, dropped at its end; scripts as `psql` takes them. */
export async function createDatabase(version: ServerVersion, ...scripts: readonly string[]): Promise<PostgresDatabase> {
  const database = await createPostgresDatabase({ version });
  made.push(database);
  for (const script of scripts) await loadPostgresScript(database.url, script);
  return database;
}

afterAll(async () => {
  await Promise.all(made.splice(0).map((database) => database.drop()));
});

export function readUrl(url: string, scope: Partial<Scope> = {}): Promise<Reading> {
  return readDatabase({ engine: "postgresql", connection: url }, { ...everything, ...scope });
}

/** What is read of a database that a script makes. */
export async function readScript(script: string, version: ServerVersion = "18"): Promise<Reading> {
  const database = await createDatabase(version, script);
  return readUrl(database.url);
}

/** What is read of a database that has one of everything: `catalog.sql`, and what newer servers have. */
export async function readCatalog(version: ServerVersion): Promise<Reading> {
  const scripts = version === "18" ? ["catalog.sql", "catalog-18.sql"] : ["catalog.sql"];
  const texts = await Promise.all(scripts.map((name) => readFile(new URL(name, import.meta.url), "utf8")));
  const database = await createDatabase(version, ...texts);
  return readUrl(database.url);
}

/** The table of a name: `orders` of the schema public, or `sales.orders`. */
export function tableOf(model: DatabaseModel, name: string): TableModel {
  return named(model.tables, name);
}

export function viewOf(model: DatabaseModel, name: string): ViewModel {
  return named(model.views, name);
}

export function named<Named extends QualifiedName>(list: readonly Named[], wanted: string): Named {
  const qualified = wanted.includes(".") ? wanted : `public.${wanted}`;
  const found = list.find(({ schema, name }) => `${schema}.${name}` === qualified);
  if (found === undefined) throw new Error(`there is no ${qualified}`);
  return found;
}

export function columnOf(relation: TableModel | ViewModel, name: string): ColumnModel {
  const found = relation.columns.find((column) => column.name === name);
  if (found === undefined) throw new Error(`${relation.name} has no column ${name}`);
  return found;
}

/** The thing of a name in a list of a table. */
export function itemOf<Item extends { readonly name: string | null }>(list: readonly Item[], name: string): Item {
  const found = list.find((item) => item.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
}
