import { expect, it } from "vitest";
import { openMariadb } from "../../src/runtime/driver/open-mariadb.js";
import { openPostgresql } from "../../src/runtime/driver/open-postgresql.js";
import { compileFolder, makeWorkFolder, removeWorkFolder } from "../support/compile-module.js";
import { loadMysqlScript } from "../support/load-mysql-script.js";
import { loadPostgresScript } from "../support/load-postgres-script.js";
import { createMariadbDatabase, hasMariadbServer } from "../support/mariadb-database.js";
import { createPostgresDatabase } from "../support/postgres-database.js";
import { loadSharedSchema, sharedSchemaPath } from "../support/shared-schemas.js";
import { generateInto } from "./generated-module.js";

it.runIf(sharedSchemaPath("postgres/pagila") !== null)("the routines of pagila compile, and answer", async () => {
  const folder = await makeWorkFolder("routines-pagila");
  const database = await createPostgresDatabase();
  const executor = await openPostgresql({ connectionString: database.url });
  try {
    await loadPostgresScript(database.url, await loadSharedSchema("postgres/pagila"));
    const module = await generateInto(folder, { engine: "postgresql", connection: database.url });
    const { routines } = await module.on(executor);
    expect(await routines["lastDay"]?.({ arg1: new Date("2024-02-10T00:00:00Z") })).toBe("2024-02-29");
    expect(await routines["groupConcat"]?.({ arg1: "a", arg2: "b" })).toBe("a, b");
    expect(await routines["filmInStock"]?.({ pFilmId: -1, pStoreId: 1 })).toEqual([]);
    expect(await compileFolder(folder, { compiler: "7" })).toMatchObject({ output: "", code: 0 });
  } finally {
    await executor.close();
    await database.drop();
    await removeWorkFolder(folder);
  }
});

const hasSakila = hasMariadbServer() && sharedSchemaPath("mysql/sakila") !== null;

it.runIf(hasSakila)("the routines of sakila compile, and answer", async () => {
  const folder = await makeWorkFolder("routines-sakila");
  const database = await createMariadbDatabase();
  const executor = await openMariadb({ uri: database.url });
  try {
    await loadMysqlScript(database.url, (await loadSharedSchema("mysql/sakila")).replaceAll("sakila.", ""));
    const module = await generateInto(folder, { engine: "mariadb", connection: database.url });
    const { routines } = await module.on(executor);
    expect(await routines["inventoryInStock"]?.({ pInventoryId: -1 })).toBe(true);
    expect(await routines["filmInStock"]?.({ pFilmId: -1, pStoreId: 1 })).toEqual({ pFilmCount: 0, resultSets: [[]] });
    expect(await compileFolder(folder, { compiler: "7" })).toMatchObject({ output: "", code: 0 });
  } finally {
    await executor.close();
    await database.drop();
    await removeWorkFolder(folder);
  }
});
