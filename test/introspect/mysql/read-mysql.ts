import { readFile } from "node:fs/promises";
import { afterAll, describe } from "vitest";
import { readDatabase, type Reading } from "../../../src/introspect/read-database.js";
import type { Scope } from "../../../src/introspect/scope.js";
import type { DatabaseModel } from "../../../src/model/database-model.js";
import type { QualifiedName } from "../../../src/model/qualified-name.js";
import type { ColumnModel, TableModel, ViewModel } from "../../../src/model/table-model.js";
import { createMariadbDatabase, hasMariadbServer, type MariadbDatabase } from "../../support/mariadb-database.js";

export const everything: Scope = { schemas: null, include: [], exclude: [] };

/** `describe`, where this run has a server. */
export const describeMariadb = describe.skipIf(!hasMariadbServer());

const made: MariadbDatabase[] = [];

/** A database of the test file's own, dropped at its end. */
export async function createDatabase(script = ""): Promise<MariadbDatabase> {
  const database = await createMariadbDatabase(script === "" ? {} : { script });
  made.push(database);
  return database;
}

afterAll(async () => {
  // The newer ones may refer to the older ones.
  for (const database of made.splice(0).toReversed()) await database.drop();
});

export function readUrl(url: string, scope: Partial<Scope> = {}): Promise<Reading> {
  return readDatabase({ engine: "mariadb", connection: url }, { ...everything, ...scope });
}

/** What is read of a database that a script makes. */
export async function readScript(script: string): Promise<Reading> {
  const database = await createDatabase(script);
  return readUrl(database.url);
}

/** A database that has one of everything. */
export async function createCatalog(): Promise<MariadbDatabase> {
  return createDatabase(await readFile(new URL("catalog.sql", import.meta.url), "utf8"));
}

export function tableOf(model: DatabaseModel, name: string): TableModel {
  return named(model.tables, name);
}

export function viewOf(model: DatabaseModel, name: string): ViewModel {
  return named(model.views, name);
}

/** The thing of a name: of the connected database, or `database.name`. */
export function named<Named extends QualifiedName>(list: readonly Named[], wanted: string): Named {
  const qualified = wanted.includes(".") ? wanted : `main.${wanted}`;
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
