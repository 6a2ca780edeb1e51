import type { ColumnType } from "./column-type.js";
import type { DatabaseModel } from "./database-model.js";
import { nameKey } from "./lookup.js";
import type { ModelProblem } from "./model-problem.js";
import type { QualifiedName } from "./qualified-name.js";
import type { ColumnModel } from "./table-model.js";

/** References to enums, domains, composites and sequences that lead nowhere. */
export function validateTypes(model: DatabaseModel): readonly ModelProblem[] {
  const targets = collectTargets(model);
  const problems: ModelProblem[] = [];
  forEachUse(model, (subject, use) => {
    const known = use.kind === "sequence" ? targets.sequences : targets.types;
    if (!targets.schemas.has(use.schema) || known.has(nameKey(use))) return;
    problems.push({ subject, text: `it rests on "${use.schema}.${use.name}", which is not there` });
  });
  return problems;
}

/** Something named by a column, a domain, a routine… */
type Use = QualifiedName & { readonly kind: "enum" | "domain" | "composite" | "sequence" };
type Visit = (subject: string, use: Use) => void;

interface Targets {
  readonly schemas: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
  readonly sequences: ReadonlySet<string>;
}

/** Tables and views count as types: their rows are composites. */
function collectTargets(model: DatabaseModel): Targets {
  const types = [model.enums, model.domains, model.composites, model.tables, model.views].flat();
  return {
    schemas: new Set(model.schemas.map((schema) => schema.name)),
    types: new Set(types.map(nameKey)),
    sequences: new Set(model.sequences.map(nameKey)),
  };
}

function forEachUse(model: DatabaseModel, visit: Visit): void {
  for (const relation of [...model.tables, ...model.views]) {
    for (const column of relation.columns) visitColumn(relation, column, visit);
  }
  for (const domain of model.domains) visitType(subjectOf(domain), domain.type, visit);
  for (const range of model.ranges) visitType(subjectOf(range), range.element, visit);
  for (const composite of model.composites) {
    for (const field of composite.fields) visitType(subjectOf(composite), field.type, visit);
  }
  for (const routine of model.routines) {
    for (const parameter of routine.parameters) visitType(subjectOf(routine), parameter.type, visit);
    if (routine.returns !== null) visitType(subjectOf(routine), routine.returns.type, visit);
  }
}

function visitColumn(relation: QualifiedName, column: ColumnModel, visit: Visit): void {
  const { type, identity } = column;
  const isBuiltIn = !["enum", "domain", "composite", "array", "range"].includes(type.kind);
  if (isBuiltIn && identity === null && column.default.kind !== "sequence") return;
  const subject = `${subjectOf(relation)}.${column.name}`;
  visitType(subject, type, visit);
  if (column.default.kind === "sequence") visit(subject, column.default);
  if (identity?.sequence) visit(subject, { kind: "sequence", ...identity.sequence });
}

function visitType(subject: string, type: ColumnType, visit: Visit): void {
  if (type.kind === "enum" || type.kind === "domain" || type.kind === "composite") visit(subject, type);
  else if (type.kind === "array" || type.kind === "range") visitType(subject, type.element, visit);
}

function subjectOf({ schema, name }: QualifiedName): string {
  return `${schema}.${name}`;
}
