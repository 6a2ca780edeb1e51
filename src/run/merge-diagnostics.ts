import type { Diagnostic } from "../diagnostics.js";
import type { DatabaseModel } from "../model/database-model.js";

/**
 * The diagnostics of reading and of planning as one list. Which columns stay unknown is the plan's to say: it knows the type rules, and a reading from a
 * snapshot says nothing of them.
 */
export function mergeDiagnostics(
  model: DatabaseModel,
  reading: readonly Diagnostic[],
  plan: readonly Diagnostic[],
): readonly Diagnostic[] {
  const columns = new Set(
    [...model.tables, ...model.views].flatMap(({ schema, name, columns }) =>
      columns.map((column) => `${schema}.${name}.${column.name}`),
    ),
  );
  const isOfPlan = ({ code, subject }: Diagnostic): boolean => code === "TW1001" && columns.has(subject);
  return [...reading.filter((one) => !isOfPlan(one)), ...plan];
}
