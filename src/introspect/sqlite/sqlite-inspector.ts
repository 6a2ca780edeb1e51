import { Failure } from "../../diagnostics.js";
import { reasonOf } from "../../lang/reason-of.js";
import type { CatalogReading, ConnectionTarget, Inspector, ReadOptions } from "../inspector.js";
import { readSqliteCatalog, readSqliteSchemas } from "./sqlite-catalog.js";
import { toSqliteCounts } from "./sqlite-counts.js";
import { openSqliteConnection, type SqliteConnection } from "./sqlite-connection.js";
import { toSqliteModel } from "./sqlite-translate.js";

/** Opens an SQLite database for reading its catalog. SQLite has no statement timeout, so `statementTimeoutMs` means nothing here. */
export async function openSqliteInspector(target: ConnectionTarget): Promise<Inspector> {
  const connection = openSqliteConnection(target.connection);
  return {
    read: async (options) => readInTransaction(connection, options),
    close: async () => connection.close(),
  };
}

/** A savepoint is a transaction where none is open, and leaves one that the caller has open as it is. */
function readInTransaction(connection: SqliteConnection, options: ReadOptions): CatalogReading {
  const before = connection.statements;
  try {
    connection.run("savepoint tablewright_catalog");
    const reading = read(connection, options);
    connection.run("release tablewright_catalog");
    return { ...reading, statements: connection.statements - before };
  } catch (error) {
    abandon(connection);
    if (error instanceof Failure) throw error;
    throw new Failure("catalog", `sqlite: reading the catalog: ${reasonOf(error)}`, { cause: error });
  }
}

function abandon(connection: SqliteConnection): void {
  try {
    connection.run("release tablewright_catalog");
  } catch {
    // The engine has given it up already, and what made it do so is the failure to tell of.
  }
}

function read(connection: SqliteConnection, options: ReadOptions): Omit<CatalogReading, "statements"> {
  options.onProgress?.("schemas");
  const schemas = chooseSchemas(readSqliteSchemas(connection), options.schemas);
  options.onProgress?.("tables and views");
  const catalog = readSqliteCatalog(connection, schemas);
  return { ...toSqliteModel(catalog), counts: toSqliteCounts(catalog) };
}

function chooseSchemas(there: readonly string[], wanted: readonly string[] | null): readonly string[] {
  if (wanted === null) return there;
  const missing = wanted.find((name) => !there.includes(name));
  if (missing === undefined) return there.filter((name) => wanted.includes(name));
  throw new Failure("config", `sqlite: choosing the schema "${missing}": there is none of this name`, {
    hint: `there are: ${there.join(", ")}`,
  });
}
