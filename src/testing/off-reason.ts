import type { Off } from "./capability.js";
import type { ComplianceCase } from "./compliance-case.js";
import type { ComplianceDialect } from "./compliance-dialect.js";

/** Why a case does not run on a dialect; null where it does. */
export function offReason(dialect: ComplianceDialect, { capability }: ComplianceCase): string | null {
  const stated: Readonly<Record<string, "on" | Off | undefined>> = dialect.capabilities;
  const state = stated[capability];
  return state === undefined || state === "on" ? null : state.off;
}
