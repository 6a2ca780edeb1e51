import { existsSync } from "node:fs";
import type { DuckDBInstance } from "@duckdb/node-api";
import { loadDriver, type Executor } from "tablewright/dialect";
import { ConnectionFailedError } from "tablewright/runtime";
import type { DuckdbFileOptions, DuckdbOptions } from "./duckdb-options.js";

/**
 * Opens a database by `@duckdb/node-api`, a peer dependency. Fails with `ConnectionFailedError` for a file that is missing, held by another process or no
 * database.
 */
export async function openDuckdb(options: DuckdbOptions): Promise<Executor> {
  const driver = await loadDriver("@duckdb/node-api", () => import("@duckdb/node-api"));
  const instance = "instance" in options ? options.instance : await openInstance(driver.DuckDBInstance, options);
  // Loaded now that the driver is known to be there, from which they take its values.
  const [{ DuckdbExecutor }, { DuckdbPool }] = await Promise.all([
    import("./duckdb-executor.js"),
    import("./duckdb-pool.js"),
  ]);
  return new DuckdbExecutor(new DuckdbPool(instance, !("instance" in options)));
}

async function openInstance(
  Instance: typeof DuckDBInstance,
  { file, create = false, readOnly = false, settings }: DuckdbFileOptions,
): Promise<DuckDBInstance> {
  if (!create && file !== ":memory:" && !existsSync(file))
    throw new ConnectionFailedError(
      `${file}: it cannot be opened: it does not exist (to make it, give "create: true")`,
    );
  try {
    return await Instance.create(file, { ...settings, ...(readOnly ? { access_mode: "READ_ONLY" } : {}) });
  } catch (cause) {
    const [reason = ""] = (cause instanceof Error ? cause.message : String(cause)).split("\n");
    throw new ConnectionFailedError(`${file}: it cannot be opened: ${reason}`, { cause });
  }
}
