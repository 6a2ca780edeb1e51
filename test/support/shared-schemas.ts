import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import settings from "./shared-schemas.json" with { type: "json" };

/** Where the load script of a database by others lies; null where this machine does not have it, and its tests are skipped. */
export function sharedSchemaPath(name: `${"mysql" | "postgres" | "sqlite"}/${string}`): string | null {
  if (!settings.schemas.includes(name)) throw new Error(`${name} is not listed in shared-schemas.json`);
  const path = fileURLToPath(new URL(`../../${settings.folder}/${name}.sql`, import.meta.url));
  return existsSync(path) ? path : null;
}

/** The load script itself. */
export async function loadSharedSchema(name: `${"mysql" | "postgres" | "sqlite"}/${string}`): Promise<string> {
  const path = sharedSchemaPath(name);
  if (path === null) throw new Error(`${name} is not there: guard the test with sharedSchemaPath`);
  return readFile(path, "utf8");
}
