import Database from "better-sqlite3";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { planFiles } from "../../src/emit/plan/plan-files.js";
import { toPlanOptions } from "../../src/emit/plan/plan-options.js";
import { renderFiles } from "../../src/emit/render/render-files.js";
import { readDatabase } from "../../src/introspect/read-database.js";
import type { ConnectionTarget } from "../../src/introspect/inspector.js";
import { openMariadb } from "../../src/runtime/driver/open-mariadb.js";
import { openPostgresql } from "../../src/runtime/driver/open-postgresql.js";
import { openSqlite } from "../../src/runtime/driver/open-sqlite.js";
import type { Executor } from "../../src/runtime/executor.js";
import { Repository } from "../../src/runtime/repository.js";
import type { TableMeta } from "../../src/runtime/table-meta.js";
import { mysqlValues } from "../runtime/codec/mysql-values.js";
import { postgresqlValues, script } from "../runtime/codec/postgresql-values.js";
import { sqliteValues } from "../runtime/codec/sqlite-values.js";
import type { TypeValues } from "../runtime/codec/type-values.js";
import { passThroughRepository, readEveryWay, type ValueTypes } from "../runtime/write/pass-through-repository.js";
import { makeWorkFolder, removeWorkFolder } from "../support/compile-module.js";
import { createMariadbDatabase } from "../support/mariadb-database.js";
import { createPostgresDatabase } from "../support/postgres-database.js";

/** A database with a table for each type, and what its generated module says of them. */
interface Typed {
  readonly executor: Executor;
  readonly tables: ReadonlyMap<string, TableMeta<ValueTypes>>;
  readonly drop: () => Promise<void>;
}

const engines = [
  { engine: "SQLite", entries: sqliteValues, open: openTypedSqlite },
  { engine: "PostgreSQL", entries: postgresqlValues, open: openTypedPostgresql },
  { engine: "MariaDB", entries: mysqlValues, open: openTypedMariadb },
];

describe.each(engines)("values pass unchanged through the generated module of $engine", ({ entries, open }) => {
  let typed: Typed;
  beforeAll(async () => void (typed = await open()));
  afterAll(() => typed.drop());

  test.each(entries.map((entry, index) => [entry.type, entry.codec.name, entry, index] as const))(
    "%s, whose values are those of %s",
    async (_type, codec, entry, index) => {
      const table = typed.tables.get(toTableName(index));
      if (table === undefined) throw new Error(`${toTableName(index)} is not in the module`);
      const generated = table.columns["value"]?.codec.name ?? "";
      if (entry.byRule === true) return expect(generated).not.toBe(codec);
      expect(generated).toBe(codec);
      const values = new Repository(table, typed.executor);
      await passThroughRepository(values, entry);
      await readEveryWay(typed.executor, values, entry);
    },
  );
});

function toTableName(index: number): string {
  return `value_${index}`;
}

function toScript(entries: readonly TypeValues[]): string {
  const tables = entries.map(
    ({ type }, index) => `create table ${toTableName(index)} (id integer primary key, value ${type});`,
  );
  return tables.join("\n");
}

async function openTypedSqlite(): Promise<Typed> {
  const folder = await makeWorkFolder("every-type");
  const file = join(folder, "types.db");
  const database = new Database(file);
  database.exec(toScript(sqliteValues));
  database.close();
  const tables = await generate({ engine: "sqlite", connection: { file } }, folder);
  const executor = await openSqlite({ file });
  const drop = async (): Promise<void> => {
    await executor.close();
    await removeWorkFolder(folder);
  };
  return { executor, tables, drop };
}

async function openTypedPostgresql(): Promise<Typed> {
  const folder = await makeWorkFolder("every-type");
  const create = `create extension if not exists citext; ${script} ${toScript(postgresqlValues)}`;
  const database = await createPostgresDatabase({ script: create });
  const tables = await generate({ engine: "postgresql", connection: database.url }, folder);
  const executor = await openPostgresql({ connectionString: database.url, options: "-c lc_monetary=C", max: 1 });
  const drop = async (): Promise<void> => {
    await executor.close();
    await database.drop();
    await removeWorkFolder(folder);
  };
  return { executor, tables, drop };
}

async function openTypedMariadb(): Promise<Typed> {
  const folder = await makeWorkFolder("every-type");
  const create = `alter database default character set utf8mb4; ${toScript(mysqlValues)}`;
  const database = await createMariadbDatabase({ script: create });
  const tables = await generate({ engine: "mariadb", connection: database.url }, folder);
  const executor = await openMariadb({ uri: database.url });
  const drop = async (): Promise<void> => {
    await executor.close();
    await database.drop();
    await removeWorkFolder(folder);
  };
  return { executor, tables, drop };
}

/** Generates the module into a folder and gives the tables that it declares, by name. */
async function generate(target: ConnectionTarget, folder: string): Promise<Typed["tables"]> {
  const { model } = await readDatabase(target, { schemas: null, include: [], exclude: [] });
  const files = await renderFiles(planFiles(model, toPlanOptions({ name: "types" })), { templates: null });
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const module = (await import(join(folder, "index.ts"))) as Readonly<Record<string, unknown>>;
  return new Map(
    Object.values(module)
      .filter(isTable)
      .map((table) => [table.name, table]),
  );
}

function isTable(value: unknown): value is TableMeta<ValueTypes> {
  return typeof value === "object" && value !== null && "columns" in value && "read" in value;
}
