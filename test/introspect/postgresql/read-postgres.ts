import { readFile } from "node:fs/promises";
import { afterAll } from "vitest";
import { readDatabase, type Reading } from "../../../src/introspect/read-database.js";
import type { Scope } from "../../../src/introspect/scope.js";
import { loadPostgresScript } from "../../support/load-postgres-script.js";
import { createPostgresDatabase, hasPostgresServer, type PostgresDatabase } from "../../support/postgres-database.js";
import { findersIn } from "../finders.js";

export { columnOf, itemOf } from "../finders.js";

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

/** Things of the schema public by their names alone, others with their schema before it. */
export const { tableOf, viewOf, named } = findersIn("public");
