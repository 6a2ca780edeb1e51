import { randomBytes } from "node:crypto";
import mssql from "mssql";
import { readSqlserverUrl } from "../../src/runtime/driver/sqlserver-url.js";

/** Where a SQL Server is to be tested: `mssql://…`, with the right to create databases; undefined where there is none. */
export const sqlserverUrl: string | undefined = process.env["TABLEWRIGHT_TEST_MSSQL_URL"];

export interface SqlserverDatabase {
  readonly name: string;
  /** The server's URL, with this database in its path. */
  readonly url: string;
  drop(): Promise<void>;
}

/** Creates an empty database on the server. Whoever asks drops it. */
export async function createSqlserverDatabase(serverUrl: string, prefix = "tablewright"): Promise<SqlserverDatabase> {
  const name = `${prefix}_${randomBytes(6).toString("hex")}`;
  await run(serverUrl, `create database [${name}]`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { name, url: url.href, drop: () => run(serverUrl, `drop database [${name}]`) };
}

/** Runs batches, one after the other, on a connection of their own: a script is to be split where its lines say GO. */
export async function run(url: string, ...batches: readonly string[]): Promise<void> {
  const pool = new mssql.ConnectionPool(readSqlserverUrl(url) as unknown as mssql.config);
  pool.on("error", () => {});
  await pool.connect();
  try {
    for (const batch of batches) await pool.request().batch(batch);
  } finally {
    await pool.close();
  }
}
