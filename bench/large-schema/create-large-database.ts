import Database from "better-sqlite3";
import { join } from "node:path";
import mysql from "mysql2/promise";
import pg from "pg";
import { startMariadbServer } from "../../test/support/mariadb-server.js";
import { startPostgresServer } from "../../test/support/postgres-server.js";
import type { LargeSchema } from "./large-schema.js";
import { toSql, type BenchEngine } from "./to-sql.js";

/** A database that holds a large schema, and no rows. */
export interface LargeDatabase {
  /** A file for SQLite, a URL for a server. */
  readonly connection: string;
  drop(): Promise<void>;
}

/** Creates it: in a folder, or on a server of its own. */
export async function createLargeDatabase(
  engine: BenchEngine,
  schema: LargeSchema,
  folder: string,
): Promise<LargeDatabase> {
  if (engine === "sqlite") return createInFile(schema, join(folder, "large.db"));
  return engine === "mariadb" ? createOnMariadb(schema) : createOnPostgres(schema);
}

async function createInFile(schema: LargeSchema, file: string): Promise<LargeDatabase> {
  const database = new Database(file);
  database.exec(`begin;${toSql(schema, "sqlite").join(";\n")};commit`);
  database.close();
  return { connection: file, drop: () => Promise.resolve() };
}

async function createOnPostgres(schema: LargeSchema): Promise<LargeDatabase> {
  const server = await startPostgresServer("18");
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const statements = toSql(schema, "postgresql");
  // In parts, as one transaction would need a lock for every table.
  for (let at = 0; at < statements.length; at += 500) await client.query(statements.slice(at, at + 500).join(";\n"));
  await client.query("vacuum analyze");
  await client.end();
  return { connection: server.url, drop: () => server.stop() };
}

async function createOnMariadb(schema: LargeSchema): Promise<LargeDatabase> {
  const server = await startMariadbServer();
  const url = new URL("/large", server.url).href;
  const client = await mysql.createConnection({ uri: server.url, multipleStatements: true });
  await client.query("create database large character set utf8mb4; use large; set foreign_key_checks = 0");
  const statements = toSql(schema, "mariadb");
  for (let at = 0; at < statements.length; at += 500) await client.query(statements.slice(at, at + 500).join(";\n"));
  await client.end();
  return { connection: url, drop: () => server.stop() };
}
