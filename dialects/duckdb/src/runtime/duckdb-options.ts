import type { DuckDBInstance } from "@duckdb/node-api";

/** Where the database is: a file, or an instance of `@duckdb/node-api` that is open already. */
export type DuckdbOptions = DuckdbFileOptions | DuckdbInstanceOptions;

export interface DuckdbFileOptions {
  /** A path, or `:memory:`. */
  readonly file: string;
  /** Whether a missing file is made. Default false: it is an error. */
  readonly create?: boolean | undefined;
  /** Default false. DuckDB itself lets several processes read a file at a time, and only one of them where it writes. */
  readonly readOnly?: boolean | undefined;
  /** DuckDB's own settings by name, as the driver takes them: `{ threads: "4" }`. */
  readonly settings?: Readonly<Record<string, string>> | undefined;
}

export interface DuckdbInstanceOptions {
  /** `close()` leaves it open. */
  readonly instance: DuckDBInstance;
}
