import Database from "better-sqlite3";
import { writeFile } from "node:fs/promises";
import pg from "pg";
import {
  hasPostgresBinaries,
  startPostgresServer,
  type PostgresServer,
  type PostgresVersion,
} from "./postgres-server.js";

const urlVariables: Readonly<Record<PostgresVersion, string>> = {
  "18": "TABLEWRIGHT_TEST_POSTGRES_URL",
  "12": "TABLEWRIGHT_TEST_POSTGRES12_URL",
};

/** Gives every test file a PostgreSQL server: the ones named by the environment, or else new ones for this run. */
export default async function setup(): Promise<() => Promise<void>> {
  const servers = await Promise.all([provide("18"), provide("12")]);
  await reportEngines();
  return async () => {
    for (const server of servers) await server?.stop();
  };
}

async function provide(version: PostgresVersion): Promise<PostgresServer | undefined> {
  const variable = urlVariables[version];
  if (process.env[variable] !== undefined) return undefined;
  if (!hasPostgresBinaries(version) && process.env["CI"] === undefined) return undefined;
  const server = await startPostgresServer(version);
  process.env[variable] = server.url;
  return server;
}

/** For the summary that `npm test` prints. */
async function reportEngines(): Promise<void> {
  const file = process.env["TABLEWRIGHT_TEST_SERVERS_FILE"];
  if (file === undefined) return;
  const versions = await Promise.all(
    Object.values(urlVariables).map((variable) => readServerVersion(process.env[variable])),
  );
  const engines = [readSqliteVersion(), ...versions].filter((engine) => engine !== null);
  await writeFile(file, JSON.stringify({ engines }));
}

function readSqliteVersion(): string {
  const database = new Database(":memory:");
  const version = String(database.prepare("select sqlite_version()").pluck().get());
  database.close();
  return `SQLite ${version}`;
}

async function readServerVersion(url: string | undefined): Promise<string | null> {
  if (url === undefined) return null;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const result = await client.query<{ server_version: string }>("show server_version");
  await client.end();
  return `PostgreSQL ${result.rows[0]?.server_version ?? ""}`;
}
