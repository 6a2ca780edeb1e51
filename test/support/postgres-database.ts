import { randomBytes } from "node:crypto";
import pg from "pg";

/** A database of one test file's own; `url` is its owner's, a superuser. */
export interface PostgresDatabase {
  readonly url: string;
  readonly name: string;
  /** Runs a script of any number of statements. */
  run(script: string): Promise<void>;
  /** Drops it, whoever is still connected. */
  drop(): Promise<void>;
}

export interface PostgresDatabaseOptions {
  /** 18 unless told. */
  readonly version?: "18" | "12";
  /** Run in the new database before it is handed out. */
  readonly script?: string;
}

/** Creates an empty database on the test server. */
export async function createPostgresDatabase(options: PostgresDatabaseOptions = {}): Promise<PostgresDatabase> {
  const server = postgresServerUrl(options.version ?? "18");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await runScript(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const database: PostgresDatabase = {
    url: url.href,
    name,
    run: (script) => runScript(url.href, script),
    drop: () => dropDatabase(server, name),
  };
  if (options.script !== undefined) await database.run(options.script);
  return database;
}

/** Whether this run has a server of that version: npm does not carry every one for every platform. */
export function hasPostgresServer(version: "18" | "12"): boolean {
  return process.env[urlVariable(version)] !== undefined;
}

/** The superuser URL of the test server. */
export function postgresServerUrl(version: "18" | "12" = "18"): string {
  const variable = urlVariable(version);
  const url = process.env[variable];
  if (url === undefined) throw new Error(`${variable} is not set: the test run's global setup provides it`);
  return url;
}

function urlVariable(version: "18" | "12"): string {
  return version === "18" ? "TABLEWRIGHT_TEST_POSTGRES_URL" : "TABLEWRIGHT_TEST_POSTGRES12_URL";
}

async function runScript(url: string, script: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(script);
  } finally {
    await client.end();
  }
}

/** In two steps, as `drop database … with (force)` is not known before PostgreSQL 13. */
async function dropDatabase(server: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [name]);
    await client.query(`drop database if exists ${name}`);
  } finally {
    await client.end();
  }
}
