import { randomBytes } from "node:crypto";
import mysql from "mysql2/promise";

/** A database of one test file's own; `url` is root's. */
export interface MariadbDatabase {
  readonly url: string;
  readonly name: string;
  /** Runs a script of any number of statements; without DELIMITER lines, which are the command line client's. */
  run(script: string): Promise<void>;
  drop(): Promise<void>;
}

export interface MariadbDatabaseOptions {
  /** Run in the new database before it is handed out. */
  readonly script?: string;
  /** The URL of another server than the run's own. */
  readonly server?: string;
}

/** Creates an empty database on the test server. */
export async function createMariadbDatabase(options: MariadbDatabaseOptions = {}): Promise<MariadbDatabase> {
  const server = options.server ?? mariadbServerUrl();
  const name = `test_${randomBytes(6).toString("hex")}`;
  await runScript(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const database: MariadbDatabase = {
    url: url.href,
    name,
    run: (script) => runScript(url.href, script),
    drop: () => runScript(server, `drop database if exists ${name}`),
  };
  if (options.script !== undefined) await database.run(options.script);
  return database;
}

/** Whether this run has a MariaDB server. */
export function hasMariadbServer(): boolean {
  return process.env[mariadbVariable] !== undefined;
}

/** Root's URL of the test server. */
export function mariadbServerUrl(): string {
  return serverUrl(mariadbVariable);
}

/** Whether this run has a MySQL server, which nobody starts for it: its URL is in the environment. */
export function hasMysqlServer(): boolean {
  return process.env[mysqlVariable] !== undefined;
}

export function mysqlServerUrl(): string {
  return serverUrl(mysqlVariable);
}

const mariadbVariable = "TABLEWRIGHT_TEST_MARIADB_URL";
const mysqlVariable = "TABLEWRIGHT_TEST_MYSQL_URL";

function serverUrl(variable: string): string {
  const url = process.env[variable];
  if (url === undefined) throw new Error(`${variable} is not set`);
  return url;
}

async function runScript(url: string, script: string): Promise<void> {
  const connection = await mysql.createConnection({ uri: url, multipleStatements: true });
  try {
    await connection.query(script);
  } finally {
    await connection.end();
  }
}
