import type { Diagnostic, DiagnosticCode } from "../diagnostics.js";
import type { DatabaseModel } from "../model/database-model.js";

/** Codes by which a reading says that a column's type is not known. */
const unknownTypes: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>(["TW1001", "TW1013"]);

/**
 * The diagnostics of reading and of planning as one list. Which columns stay unknown is the plan's to say, as it knows the type rules, and a snapshot's reading
 * says nothing of them; where the reading knows why, its words stand for the plan's.
 */
export function mergeDiagnostics(
  reading: readonly Diagnostic[],
  plan: readonly Diagnostic[],
  isColumn: (subject: string) => boolean,
): readonly Diagnostic[] {
  const unknown = new Set(plan.filter(({ code }) => code === "TW1001").map(({ subject }) => subject));
  const isOverruled = ({ code, subject }: Diagnostic): boolean =>
    unknownTypes.has(code) && isColumn(subject) && (code === "TW1001" || !unknown.has(subject));
  const kept = reading.filter((one) => !isOverruled(one));
  const explained = new Set(kept.filter(({ code }) => unknownTypes.has(code)).map(({ subject }) => subject));
  return [...kept, ...plan.filter(({ code, subject }) => code !== "TW1001" || !explained.has(subject))];
}

/** Tells the columns of a model's tables and views from its other subjects. */
export function columnSubjects({
  tables,
  views,
}: Pick<DatabaseModel, "tables" | "views">): (subject: string) => boolean {
  const subjects = new Set(
    [...tables, ...views].flatMap(({ schema, name, columns }) =>
      columns.map((column) => `${schema}.${name}.${column.name}`),
    ),
  );
  return (subject) => subjects.has(subject);
}
