import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
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
  // Built in memory: on disk each of a script's thousands of statements would be a transaction of its own.
  const database = new Database(":memory:");
  try {
    database.pragma("foreign_keys = off");
    database.exec(sql);
    writeFileSync(file, database.serialize());
  } finally {
    database.close();
  }
  return file;
}
