import { createRequire } from "node:module";
import type { config, ConnectionPool } from "mssql";
import type * as Tedious from "tedious";
import { loadDriver } from "./load-driver.js";

/** The driver's two packages. */
export interface SqlserverPackage {
  readonly mssql: { readonly ConnectionPool: new (options: config | string) => ConnectionPool };
  /** The protocol, as mssql itself has loaded it: requests go straight to its connections. */
  readonly tedious: typeof Tedious;
}

/** Loads mssql, a peer dependency, and the tedious that it brings along. */
export async function loadSqlserverPackage(): Promise<SqlserverPackage> {
  const { default: mssql } = await loadDriver("mssql", () => import("mssql"));
  const here = createRequire(import.meta.url);
  const requireAsMssql = createRequire(here.resolve("mssql"));
  return { mssql, tedious: requireAsMssql("tedious") as typeof Tedious };
}
