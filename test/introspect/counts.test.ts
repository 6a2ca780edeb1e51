import Database from "better-sqlite3";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readDatabase, type Reading } from "../../src/introspect/read-database.js";
import type { ConnectionTarget } from "../../src/introspect/inspector.js";
import { loadMysqlScript } from "../support/load-mysql-script.js";
import { loadPostgresScript } from "../support/load-postgres-script.js";
import { createMariadbDatabase, hasMariadbServer } from "../support/mariadb-database.js";
import { createPostgresDatabase, hasPostgresServer, type PostgresDatabase } from "../support/postgres-database.js";
import { loadSharedSchema, sharedSchemaPath } from "../support/shared-schemas.js";

const everything = { schemas: null, include: [], exclude: [] };

/** Every kind that the catalog counts, with what the model holds of it. */
async function countsOf(target: ConnectionTarget): Promise<{ readonly catalog: object; readonly read: object }> {
  const { counted }: Reading = await readDatabase(target, everything);
  if (counted === null) throw new Error("nobody counted");
  const { catalog, read } = counted;
  const held: Readonly<Record<string, number>> = read;
  return { catalog, read: Object.fromEntries(Object.keys(catalog).map((kind) => [kind, held[kind]])) };
}

describe.each(["18", "12"] as const)("PostgreSQL %s", (version) => {
  const databases: PostgresDatabase[] = [];
  afterAll(() => Promise.all(databases.map((database) => database.drop())));

  const expectEqual = async (script: string): Promise<object> => {
    const database = await createPostgresDatabase({ version });
    databases.push(database);
    await loadPostgresScript(database.url, script);
    const { catalog, read } = await countsOf({ engine: "postgresql", connection: database.url });
    expect(read).toEqual(catalog);
    return catalog;
  };

  it.runIf(hasPostgresServer(version))("counts one of everything as the model holds it", async () => {
    const script = await readFile(join(import.meta.dirname, "postgresql/catalog.sql"), "utf8");
    const counts = await expectEqual(script);
    expect(Object.entries(counts).filter(([, number]) => number === 0)).toEqual([]);
  });

  it.runIf(hasPostgresServer(version)).each(["chinook", "sakila", "pagila", "northwind"])("counts %s", async (name) => {
    if (sharedSchemaPath(`postgres/${name}`) !== null) await expectEqual(await loadSharedSchema(`postgres/${name}`));
  });
});

describe("SQLite", () => {
  it.each(["chinook", "sakila", "northwind"])("counts %s", async (name) => {
    if (sharedSchemaPath(`sqlite/${name}`) === null) return;
    const database = new Database(":memory:");
    database.exec(await loadSharedSchema(`sqlite/${name}`));
    const { catalog, read } = await countsOf({ engine: "sqlite", connection: { database } });
    expect(read).toEqual(catalog);
  });
});

describe("MariaDB", () => {
  it.runIf(hasMariadbServer()).each(["chinook", "sakila"])("counts %s", async (name) => {
    if (sharedSchemaPath(`mysql/${name}`) === null) return;
    const database = await createMariadbDatabase();
    await loadMysqlScript(database.url, await loadSharedSchema(`mysql/${name}`), { calls: name });
    const { catalog, read } = await countsOf({ engine: "mariadb", connection: database.url });
    await database.drop();
    expect(read).toEqual(catalog);
    expect(catalog).toMatchObject({ events: 0 });
  });
});
