import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll } from "vitest";

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Makes a new database file from an SQL script and gives its path; it is removed at the end of the test file. */
export function loadSqliteScript(script: string): string {
  return makeSqliteDatabase(readFileSync(script, "utf8").replace(/^\uFEFF/u, ""));
}

/** Makes a new database file from SQL text and gives its path; it is removed at the end of the test file. */
export function makeSqliteDatabase(sql: string): string {
  const folder = mkdtempSync(join(tmpdir(), "tablewright-sqlite-"));
  folders.push(folder);
  const file = join(folder, "test.db");
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
