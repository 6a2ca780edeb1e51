import type { Database } from "better-sqlite3";
import type { Executor } from "../executor.js";
import { ConnectionFailedError } from "../errors/connection-errors.js";
import { InvalidQueryError } from "../errors/query-errors.js";
import { loadDriver } from "./load-driver.js";
import { SqliteConnection } from "./sqlite-connection.js";
import { toSqliteError } from "./sqlite-error.js";
import { SqliteExecutor } from "./sqlite-executor.js";
import type { SqliteFileOptions, SqliteOptions } from "./sqlite-options.js";

/** Opens a database by better-sqlite3, a peer dependency. Fails with `ConnectionFailedError` for a file that is missing or no database. */
export async function openSqlite(options: SqliteOptions): Promise<Executor> {
  if ("database" in options)
    return new SqliteExecutor(new SqliteConnection(options.database, { openReader: null, owned: false }));
  const { default: Driver } = await loadDriver("better-sqlite3", () => import("better-sqlite3"));
  const native = open(Driver, options);
  const openReader = (file: string): Database => open(Driver, { ...options, file, create: false, readOnly: true });
  return new SqliteExecutor(new SqliteConnection(native, { openReader, owned: true }));
}

function open(Driver: new (file: string, options: object) => Database, options: SqliteFileOptions): Database {
  const { file, create = false, readOnly = false, timeoutMs = 5000 } = options;
  let native: Database | undefined;
  try {
    native = new Driver(file, { readonly: readOnly, fileMustExist: !create, timeout: timeoutMs });
    applyPragmas(native, { foreign_keys: true, ...options.pragmas });
    // The file is read here for the first time: that it is no database would surface at some later statement.
    native.prepare("select 1 from sqlite_master limit 1").all();
    return native;
  } catch (error) {
    native?.close();
    throw toOpeningError(error, file, create);
  }
}

function applyPragmas(native: Database, pragmas: Readonly<Record<string, string | number | boolean>>): void {
  for (const [name, value] of Object.entries(pragmas)) {
    if (!/^\w+$/.test(name)) throw new InvalidQueryError(`pragmas: "${name}" is not the name of a pragma`);
    native.pragma(`${name} = ${typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : Number(value)}`);
  }
}

function toOpeningError(error: unknown, file: string, create: boolean): unknown {
  const known = toSqliteError(error);
  if (known instanceof InvalidQueryError && known.cause instanceof TypeError) {
    return new ConnectionFailedError(`${file}: it cannot be opened: ${known.cause.message}`, { cause: known.cause });
  }
  if (!(known instanceof ConnectionFailedError)) return known;
  const { engineCode, cause } = known;
  const reason = engineCode === "SQLITE_NOTADB" ? "it is not an SQLite database" : toMissing(create);
  return new ConnectionFailedError(`${file}: it cannot be opened: ${reason}`, { engineCode, cause });
}

function toMissing(create: boolean): string {
  return create
    ? "it can be neither read nor made there"
    : 'it does not exist or cannot be read (to make it, give "create: true")';
}
