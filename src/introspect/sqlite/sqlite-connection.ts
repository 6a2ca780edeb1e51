import { statSync } from "node:fs";
import Database from "better-sqlite3";
import { Failure } from "../../diagnostics.js";
import type { OriginRow } from "./sqlite-rows.js";

/** A read-only connection that counts what it runs. */
export interface SqliteConnection {
  /** How many statements have been run; preparing one without running it does not count. */
  readonly statements: number;
  run(sql: string): void;
  all<Row>(sql: string, ...parameters: readonly unknown[]): Row[];
  /** The columns that a query would have, by preparing it only. Throws where it cannot be prepared. */
  columns(sql: string): readonly OriginRow[];
  close(): void;
}

/**
 * Opens a database file for reading, never making one: `sqlite:PATH`, a path, `{ file }`, or `{ database }`, an open connection of better-sqlite3 that stays
 * open. Every failure is a `Failure`.
 */
export function openSqliteConnection(connection: string | Readonly<Record<string, unknown>>): SqliteConnection {
  const given = typeof connection === "string" ? null : connection["database"];
  if (given instanceof Database) return new BetterSqlite3Connection(given, false);
  return openFile(toPath(connection));
}

function toPath(connection: string | Readonly<Record<string, unknown>>): string {
  const file = typeof connection === "string" ? connection.replace(/^sqlite:(?:\/\/)?/, "") : connection["file"];
  if (typeof file === "string" && file !== "" && file !== ":memory:") return file;
  throw new Failure("config", "sqlite: opening the database: no file is named", {
    hint: 'give "sqlite:PATH", { file }, or { database } with an open connection of better-sqlite3',
  });
}

function openFile(file: string): SqliteConnection {
  try {
    const stats = statSync(file);
    if (stats.isDirectory()) throw toFailure(file, "it is a directory");
    const database = new Database(file, { readonly: true, fileMustExist: true });
    // Opening reads nothing yet: this reads the header.
    database.pragma("schema_version");
    return new BetterSqlite3Connection(database, true);
  } catch (error) {
    throw error instanceof Failure ? error : toFailure(file, reason(error), error);
  }
}

function toFailure(file: string, why: string, cause?: unknown): Failure {
  return new Failure("connection", `sqlite: opening "${file}": ${why}`, { cause });
}

function reason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return "there is no such file";
    case "EACCES":
    case "EPERM":
      return "permission denied";
    case "SQLITE_NOTADB":
      return "it is not an SQLite database, or it is encrypted";
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

class BetterSqlite3Connection implements SqliteConnection {
  statements = 0;
  readonly #database: Database.Database;
  readonly #owned: boolean;

  constructor(database: Database.Database, owned: boolean) {
    this.#database = database;
    this.#owned = owned;
  }

  run(sql: string): void {
    this.statements += 1;
    this.#database.exec(sql);
  }

  all<Row>(sql: string, ...parameters: readonly unknown[]): Row[] {
    this.statements += 1;
    // A caller's connection may give bigints by default.
    return this.#database
      .prepare<unknown[], Row>(sql)
      .safeIntegers(false)
      .all(...parameters);
  }

  columns(sql: string): readonly OriginRow[] {
    const columns = this.#database.prepare(sql).columns();
    return columns.map(({ name, column, table, database, type }) => ({ name, schema: database, table, column, type }));
  }

  close(): void {
    if (this.#owned) this.#database.close();
  }
}
