import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";

/** Makes a new database file from an SQL script and gives its path; the file lies in a temporary folder of its own. */
export function loadSqliteScript(script: string): string {
  return makeSqliteDatabase(readFileSync(script, "utf8").replace(/^\uFEFF/u, ""));
}

/** Makes a new database file from SQL text and gives its path. */
export function makeSqliteDatabase(sql: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "tablewright-sqlite-")), "test.db");
  const database = new Database(file);
  try {
    database.pragma("foreign_keys = off");
    // Each statement of a script is a transaction of its own, and waiting for the disk after each takes seconds.
    database.pragma("synchronous = off");
    database.exec(sql);
  } finally {
    database.close();
  }
  return file;
}
