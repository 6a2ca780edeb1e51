import { createHash } from "node:crypto";
import type { DatabaseSettings } from "../config/database-settings.js";
import type { FormattedStamp, ManifestStamp } from "../emit/manifest.js";
import { loadVersion } from "./load-version.js";

/**
 * What the manifest tells of a module's making. Functions count by their presence only: their text depends on who compiled the configuration. Paths and
 * connections are left out, as they differ between machines. `formatted` is null where the files do not go through Prettier.
 */
export function moduleStamp(settings: DatabaseSettings, formatted: FormattedStamp | null): ManifestStamp {
  const { plan, scope, format } = settings;
  const text = JSON.stringify({ plan, scope, format }, (_key, value: unknown) =>
    typeof value === "function" ? "function" : value,
  );
  const stamp = { generator: loadVersion(), config: createHash("sha256").update(text).digest("hex") };
  return formatted === null ? stamp : { ...stamp, formatted };
}
