import { readFile } from "node:fs/promises";
import { afterAll, describe } from "vitest";
import { readDatabase, type Reading } from "../../../src/introspect/read-database.js";
import type { Scope } from "../../../src/introspect/scope.js";
import { createMariadbDatabase, hasMariadbServer, type MariadbDatabase } from "../../support/mariadb-database.js";
import { findersIn } from "../finders.js";

export { columnOf, itemOf } from "../finders.js";

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

/** Things of the connected database by their names alone, others with their schema before it. */
export const { tableOf, viewOf, named } = findersIn("main");
