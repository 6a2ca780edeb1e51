import { accessSync, constants, statSync } from "node:fs";
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
 * Opens a database file for reading, never making one: `sqlite:PATH`, a path, `{ file, timeoutMs? }` (how long to wait for a lock: 5,000), or `{ database }`,
 * an open connection of better-sqlite3 that stays open. Every failure is a `Failure`.
 */
export function openSqliteConnection(connection: string | Readonly<Record<string, unknown>>): SqliteConnection {
  const options = typeof connection === "string" ? { file: connection.replace(/^sqlite:(?:\/\/)?/, "") } : connection;
  const { file, timeoutMs, database }: Readonly<Record<string, unknown>> = options;
  if (isOpenDatabase(database)) return new BetterSqlite3Connection(database, false);
  if (typeof file === "string" && file !== "" && file !== ":memory:") {
    return openFile(file, typeof timeoutMs === "number" ? timeoutMs : 5000);
  }
  throw new Failure("config", "sqlite: opening the database: no file is named", {
    hint: 'give "sqlite:PATH", { file }, or { database } with an open connection of better-sqlite3',
  });
}

/** By its methods, not its class: the caller's connection can be of another copy of better-sqlite3. */
function isOpenDatabase(value: unknown): value is Database.Database {
  return (
    typeof value === "object" && value !== null && "prepare" in value && "exec" in value && "inTransaction" in value
  );
}

function openFile(file: string, timeout: number): SqliteConnection {
  try {
    if (statSync(file).isDirectory()) throw toFailure(file, "it is a directory");
    const database = new Database(file, { readonly: true, fileMustExist: true, timeout });
    return new BetterSqlite3Connection(readHeader(database), true);
  } catch (error) {
    throw error instanceof Failure ? error : toFailure(file, reason(file, error), error);
  }
}

/** Opening reads nothing: whether the file is a database shows when something is asked of it. */
function readHeader(database: Database.Database): Database.Database {
  try {
    database.pragma("schema_version");
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function toFailure(file: string, why: string, cause?: unknown): Failure {
  return new Failure("connection", `sqlite: opening "${file}": ${why}`, { cause });
}

function reason(file: string, error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return "there is no such file";
    case "EACCES":
    case "EPERM":
      return "permission is denied";
    case "SQLITE_CANTOPEN":
      return isReadable(file) ? "the engine cannot open it" : "permission is denied";
    case "SQLITE_NOTADB":
      return "it is not an SQLite database, or it is encrypted";
    // https://sqlite.org/wal.html#read_only_databases
    case "SQLITE_READONLY":
    case "SQLITE_READONLY_DIRECTORY":
    case "SQLITE_READONLY_CANTINIT":
      return "it is in WAL mode, and its folder cannot be written";
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

/** Asks without opening: closing a file that SQLite has open elsewhere in the process would drop its locks (https://sqlite.org/howtocorrupt.html). */
function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
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
