import type { DatabaseSettings } from "../config/database-settings.js";
import { RunFailure } from "./run-failure.js";

/** Works on all databases at once and gives the results in their order. Waits for all of them, then throws a `RunFailure` if any failed. */
export async function forEachDatabase<T>(
  databases: readonly DatabaseSettings[],
  work: (settings: DatabaseSettings) => Promise<T>,
): Promise<readonly T[]> {
  const outcomes = await Promise.allSettled(databases.map(work));
  const errors = outcomes.flatMap((outcome, index) =>
    outcome.status === "rejected" ? [{ database: databases[index]?.name ?? "", error: outcome.reason as unknown }] : [],
  );
  if (errors.length > 0) throw new RunFailure(errors);
  return outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
}
