import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { check, type Options } from "prettier";
import type { DatabaseModel } from "../../src/model/database-model.js";
import { parseModel } from "../../src/model/model-json.js";
import { compileFolder, makeWorkFolder, removeWorkFolder, runTablewright } from "../support/compile-module.js";
import { loadMysqlScript } from "../support/load-mysql-script.js";
import { loadPostgresScript } from "../support/load-postgres-script.js";
import { loadSqliteScript } from "../support/load-sqlite-script.js";
import { createMariadbDatabase, hasMariadbServer } from "../support/mariadb-database.js";
import { createPostgresDatabase } from "../support/postgres-database.js";
import { loadSharedSchema, sharedSchemaPath } from "../support/shared-schemas.js";

interface Counts {
  readonly tables: number;
  /** Partitions, which the model lists with their table. */
  readonly partitions?: number;
  readonly views: number;
  readonly materialized?: number;
  readonly columns: number;
  readonly foreignKeys: number;
  readonly enums?: number;
  readonly domains?: number;
  readonly routines?: number;
}

/** What the catalogs hold, counted by hand on each engine. */
const expected: Readonly<Record<string, Counts>> = {
  "mysql/chinook": { tables: 11, views: 0, columns: 64, foreignKeys: 11 },
  "mysql/sakila": { tables: 16, views: 7, columns: 131, foreignKeys: 22, routines: 6 },
  "postgres/chinook": { tables: 11, views: 0, columns: 64, foreignKeys: 11 },
  "postgres/sakila": { tables: 21, views: 7, columns: 165, foreignKeys: 40, enums: 1, domains: 1, routines: 10 },
  "postgres/pagila": {
    tables: 24,
    partitions: 7,
    views: 7,
    materialized: 1,
    columns: 179,
    foreignKeys: 36,
    enums: 1,
    domains: 2,
    routines: 10,
  },
  "postgres/northwind": { tables: 14, views: 0, columns: 92, foreignKeys: 13 },
  "sqlite/chinook": { tables: 11, views: 0, columns: 64, foreignKeys: 11 },
  "sqlite/sakila": { tables: 16, views: 5, columns: 120, foreignKeys: 22 },
  "sqlite/northwind": { tables: 13, views: 16, columns: 190, foreignKeys: 13 },
};

describe.each(Object.keys(expected))("the database %s by others", (name) => {
  const hasServer = !name.startsWith("mysql/") || hasMariadbServer();
  const path = hasServer ? sharedSchemaPath(name as "postgres/chinook") : null;
  let folder = "";
  let url = "";
  let drop = (): Promise<void> => Promise.resolve();

  beforeAll(async () => {
    if (path === null) return;
    folder = await makeWorkFolder(name.replace("/", "-"));
    ({ url, drop } = await loadDatabase(name as "postgres/chinook", path));
    expect(await generate("first")).toMatchObject({ code: 0, errors: "" });
  });

  afterAll(async () => {
    await drop();
    if (folder !== "") await removeWorkFolder(folder);
  });

  it.skipIf(path === null)("is in the model with everything that its catalog counts", async () => {
    const model = parseModel(await readFile(join(folder, "first/schema.json"), "utf8"));
    expect(countModel(model)).toEqual({
      partitions: 0,
      materialized: 0,
      enums: 0,
      domains: 0,
      routines: 0,
      ...expected[name],
    });
  });

  it.skipIf(path === null)("compiles under every strict setting with TypeScript 5.9 and 7", async () => {
    expect(await compileFolder(folder, { compiler: "5.9" })).toMatchObject({ output: "", code: 0 });
    expect(await compileFolder(folder, { compiler: "7" })).toMatchObject({ output: "", code: 0 });
  });

  it.skipIf(path === null)("gives the same bytes in another folder, and writes nothing the second time", async () => {
    const times = await timesOf(join(folder, "first"));
    expect(await generate("first")).toMatchObject({ code: 0, errors: "" });
    expect(await timesOf(join(folder, "first"))).toEqual(times);
    expect(await generate("second")).toMatchObject({ code: 0, errors: "" });
    expect(await contentsOf(join(folder, "second"))).toEqual(await contentsOf(join(folder, "first")));
  });

  it.skipIf(path === null)("is a fixed point of Prettier's defaults", async () => {
    const files = Object.entries(await contentsOf(join(folder, "first"))).filter(([path]) => path.endsWith(".ts"));
    const options: Options = { parser: "typescript" };
    const changed = await Promise.all(files.map(async ([path, text]) => ((await check(text, options)) ? null : path)));
    expect(changed.filter((path) => path !== null)).toEqual([]);
  });

  function generate(out: string): ReturnType<typeof runTablewright> {
    return runTablewright(
      ["generate", "--url", url, "--out", join(folder, out), "--name", "shared", "--quiet"],
      folder,
    );
  }
});

async function loadDatabase(
  name: Parameters<typeof loadSharedSchema>[0],
  path: string,
): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> {
  if (name.startsWith("sqlite/")) return { url: `sqlite:${loadSqliteScript(path)}`, drop: () => Promise.resolve() };
  const isMysql = name.startsWith("mysql/");
  const database = await (isMysql ? createMariadbDatabase() : createPostgresDatabase());
  const script = await loadSharedSchema(name);
  // One view of Sakila names the database that it expects to be in.
  if (isMysql) await loadMysqlScript(database.url, script.replaceAll("sakila.", ""));
  else await loadPostgresScript(database.url, script);
  return { url: database.url, drop: () => database.drop() };
}

function countModel(model: DatabaseModel): Required<Counts> {
  const { tables, views } = model;
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  return {
    tables: tables.length,
    partitions: sum(tables.map(({ partitioning }) => partitioning?.partitions.length ?? 0)),
    views: views.filter(({ kind }) => kind === "view").length,
    materialized: views.filter(({ kind }) => kind === "materialized").length,
    columns: sum([...tables, ...views].map(({ columns }) => columns.length)),
    foreignKeys: sum(tables.map(({ foreignKeys }) => foreignKeys.length)),
    enums: model.enums.length,
    domains: model.domains.length,
    routines: model.routines.length,
  };
}

async function contentsOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const paths = (await filesOf(folder)).map(
    async (path) => [path, await readFile(join(folder, path), "utf8")] as const,
  );
  return Object.fromEntries(await Promise.all(paths));
}

async function timesOf(folder: string): Promise<Readonly<Record<string, number>>> {
  const paths = (await filesOf(folder)).map(async (path) => [path, (await stat(join(folder, path))).mtimeMs] as const);
  return Object.fromEntries(await Promise.all(paths));
}

async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
}
