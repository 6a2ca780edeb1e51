import type { DatabaseSettings } from "../config/database-settings.js";
import type { Diagnostic } from "../diagnostics.js";

/** Whether a database's diagnostics fail its run: a warning under `strict`. Notes never do. */
export function isRefused(settings: DatabaseSettings, diagnostics: readonly Diagnostic[]): boolean {
  return settings.strict && diagnostics.some(({ severity }) => severity === "warning");
}
