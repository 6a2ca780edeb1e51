import type { Database } from "better-sqlite3";

/** Where the database is: a file, or a connection of better-sqlite3 that is open already. */
export type SqliteOptions = SqliteFileOptions | SqliteConnectionOptions;

export interface SqliteFileOptions {
  /** A path, or `:memory:`. */
  readonly file: string;
  /** Whether a missing file is made. Default false: it is an error. */
  readonly create?: boolean | undefined;
  /** Default false. */
  readonly readOnly?: boolean | undefined;
  /** Milliseconds to wait for another connection's lock before `LockTimeoutError`. Default 5000. The whole process waits. */
  readonly timeoutMs?: number | undefined;
  /** Settings by name, as `PRAGMA name = value`. `foreign_keys` is on unless it is set here. */
  readonly pragmas?: Readonly<Record<string, string | number | boolean>> | undefined;
}

export interface SqliteConnectionOptions {
  /** Used with the settings that it has; `close()` leaves it open. */
  readonly database: Database;
}
