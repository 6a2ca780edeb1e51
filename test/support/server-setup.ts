import Database from "better-sqlite3";
import { writeFile } from "node:fs/promises";
import mysql from "mysql2/promise";
import pg from "pg";
import type { KeptServer } from "./kept-server.js";
import { startInstalledMariadb } from "./mariadb-server.js";
import { hasPostgresBinaries, startPostgresServer, type PostgresVersion } from "./postgres-server.js";
import { leftBehind } from "./run-folder.js";

const postgresVariables = ["TABLEWRIGHT_TEST_POSTGRES_URL", "TABLEWRIGHT_TEST_POSTGRES12_URL"];
const mysqlVariables = ["TABLEWRIGHT_TEST_MARIADB_URL", "TABLEWRIGHT_TEST_MYSQL_URL"];

/** Gives every test file its servers: the ones named by the environment, or else new ones for this run. MySQL is only ever named. */
export default async function setup(): Promise<() => Promise<void>> {
  const servers = await Promise.all([
    provide("TABLEWRIGHT_TEST_POSTGRES_URL", () => startPostgres("18")),
    provide("TABLEWRIGHT_TEST_POSTGRES12_URL", () => startPostgres("12")),
    provide("TABLEWRIGHT_TEST_MARIADB_URL", startInstalledMariadb),
  ]);
  await reportEngines();
  return async () => {
    await Promise.all(servers.filter((server) => server !== null).map((server) => server.stop()));
    assertNothingLeft();
  };
}

/** Fails the run, whose tests have all ended, and their servers too. */
function assertNothingLeft(): void {
  const names = leftBehind();
  if (names.length > 0) throw new Error(`tests left in the temporary folder: ${names.join(", ")}`);
}

/** Null where nothing was started. On a machine that checks changes every server must be there. */
async function provide(variable: string, start: () => Promise<KeptServer | null>): Promise<KeptServer | null> {
  if (process.env[variable] !== undefined) return null;
  const server = await start();
  if (server === null && process.env["CI"] !== undefined) throw new Error(`${variable}: there is no such server`);
  if (server !== null) process.env[variable] = server.url;
  return server;
}

async function startPostgres(version: PostgresVersion): Promise<KeptServer | null> {
  return hasPostgresBinaries(version) ? startPostgresServer(version) : null;
}

/** For the summary that `npm test` prints. */
async function reportEngines(): Promise<void> {
  const file = process.env["TABLEWRIGHT_TEST_SERVERS_FILE"];
  if (file === undefined) return;
  const versions = await Promise.all([
    ...urlsOf(postgresVariables).map(readPostgresVersion),
    ...urlsOf(mysqlVariables).map(readMysqlVersion),
  ]);
  await writeFile(file, JSON.stringify({ engines: [readSqliteVersion(), ...versions] }));
}

function urlsOf(variables: readonly string[]): readonly string[] {
  return variables.map((variable) => process.env[variable]).filter((url) => url !== undefined);
}

function readSqliteVersion(): string {
  const database = new Database(":memory:");
  const version = String(database.prepare("select sqlite_version()").pluck().get());
  database.close();
  return `SQLite ${version}`;
}

async function readPostgresVersion(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const result = await client.query<{ server_version: string }>("show server_version");
  await client.end();
  return `PostgreSQL ${result.rows[0]?.server_version ?? ""}`;
}

async function readMysqlVersion(url: string): Promise<string> {
  const connection = await mysql.createConnection(url);
  const [rows] = await connection.query<mysql.RowDataPacket[]>("select version() as version");
  await connection.end();
  const version = String(rows[0]?.["version"]);
  return /mariadb/i.test(version) ? `MariaDB ${version.replace(/-mariadb.*/i, "")}` : `MySQL ${version}`;
}
