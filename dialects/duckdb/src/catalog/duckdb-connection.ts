import type * as duckdb from "@duckdb/node-api";
import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { Failure, type ConnectionTarget } from "tablewright";
import type { CatalogQuery } from "./catalog-query.js";
import { toCatalogFailure, toOpeningFailure } from "./duckdb-failure.js";

/** An open connection for the catalog. */
export interface CatalogConnection {
  /** How many statements were sent. */
  readonly statements: number;
  /** Runs a statement that gives nothing. */
  run(sql: string): Promise<void>;
  /** The rows of a query, as objects by their columns' names. */
  ask<Row>(query: CatalogQuery<Row>, timeoutMs: number): Promise<readonly Row[]>;
  close(): void;
}

type Driver = typeof duckdb;

/** Opens a file, read-only where nothing in this process has it open otherwise, or an instance that is open already. */
export async function openCatalogConnection({ connection }: ConnectionTarget): Promise<CatalogConnection> {
  const driver = await loadDriver();
  const options = typeof connection === "string" ? { file: connection } : connection;
  const given = options["instance"];
  if (given !== undefined) return toConnection(driver, await (given as DuckDBInstance).connect(), () => undefined);
  const file = options["file"];
  if (typeof file !== "string")
    throw new Failure("config", 'duckdb: opening a database: the connection names no "file"', {
      hint: 'write duckdb:PATH, or { file: "PATH" }',
    });
  const instance = await openFile(driver, file, options["settings"] as Readonly<Record<string, string>> | undefined);
  try {
    return toConnection(driver, await instance.connect(), () => instance.closeSync());
  } catch (error) {
    instance.closeSync();
    throw toOpeningFailure(error, file);
  }
}

async function openFile(
  driver: Driver,
  file: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<DuckDBInstance> {
  const { DuckDBInstance: Instance } = driver;
  if (file === ":memory:") return Instance.create(file, settings);
  try {
    return await Instance.fromCache(file, { ...settings, access_mode: "READ_ONLY" });
  } catch (error) {
    const isOpen = error instanceof Error && error.message.includes("different configuration");
    if (!isOpen) throw toOpeningFailure(error, file);
    return Instance.fromCache(file, settings).catch((reason: unknown) => {
      throw toOpeningFailure(reason, file);
    });
  }
}

async function loadDriver(): Promise<Driver> {
  try {
    return await import("@duckdb/node-api");
  } catch (cause) {
    const isMissing = cause instanceof Error && "code" in cause && cause.code === "ERR_MODULE_NOT_FOUND";
    if (!isMissing) throw cause;
    throw new Failure("config", 'duckdb: loading its driver "@duckdb/node-api": the package is not installed', {
      cause,
      hint: "npm install @duckdb/node-api",
    });
  }
}

function toConnection(driver: Driver, native: DuckDBConnection, end: () => void): CatalogConnection {
  let statements = 0;
  return {
    get statements() {
      return statements;
    },
    async run(sql) {
      statements += 1;
      await native.run(sql);
    },
    async ask<Row>({ name, sql }: CatalogQuery<Row>, timeoutMs: number): Promise<readonly Row[]> {
      statements += 1;
      const timer = setTimeout(() => native.interrupt(), timeoutMs);
      try {
        const reader = await native.runAndReadAll(sql);
        return reader.convertRowObjects(toPlain(driver)) as unknown as readonly Row[];
      } catch (error) {
        throw toCatalogFailure(error, name);
      } finally {
        clearTimeout(timer);
      }
    },
    close() {
      native.closeSync();
      end();
    },
  };
}

/** Lists as arrays, integers of 64 bits as texts. */
function toPlain({ DuckDBListValue }: Driver): (value: unknown) => unknown {
  const convert = (value: unknown): unknown => {
    if (value instanceof DuckDBListValue) return value.items.map(convert);
    return typeof value === "bigint" ? String(value) : value;
  };
  return convert;
}
