import type { ColumnType } from "./column-type.js";
import type { DatabaseModel } from "./database-model.js";
import type { DefaultValue } from "./default-value.js";
import { nameKey } from "./lookup.js";
import type { ModelProblem } from "./model-problem.js";
import type { QualifiedName } from "./qualified-name.js";

/** References to enums, domains, composites and sequences that lead nowhere. */
export function validateTypes(model: DatabaseModel): readonly ModelProblem[] {
  const targets = collectTargets(model);
  return usesOf(model).flatMap(({ subject, type, sequences }) => {
    const named = namedTypes(type).filter((name) => isMissing(name, targets.types, targets));
    const missing = [...named, ...sequences.filter((name) => isMissing(name, targets.sequences, targets))];
    return missing.map(({ schema, name }) => ({
      subject,
      text: `it rests on "${schema}.${name}", which is not there`,
    }));
  });
}

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

function isMissing(name: QualifiedName, known: ReadonlySet<string>, { schemas }: Targets): boolean {
  return schemas.has(name.schema) && !known.has(nameKey(name));
}

interface TypeUse {
  readonly subject: string;
  readonly type: ColumnType;
  readonly sequences: readonly QualifiedName[];
}

function usesOf(model: DatabaseModel): readonly TypeUse[] {
  const relations = [...model.tables, ...model.views];
  return [
    ...relations.flatMap(({ schema, name, columns }) =>
      columns.map((column) => ({
        subject: `${schema}.${name}.${column.name}`,
        type: column.type,
        sequences: [...sequenceOf(column.default), ...(column.identity?.sequence ? [column.identity.sequence] : [])],
      })),
    ),
    ...model.domains.map((domain) => toUse(domain, domain.type)),
    ...model.composites.flatMap((composite) => composite.fields.map((field) => toUse(composite, field.type))),
    ...model.ranges.map((range) => toUse(range, range.element)),
    ...model.routines.flatMap((routine) => [
      ...routine.parameters.map((parameter) => toUse(routine, parameter.type)),
      ...(routine.returns === null ? [] : [toUse(routine, routine.returns.type)]),
    ]),
  ];
}

function toUse({ schema, name }: QualifiedName, type: ColumnType): TypeUse {
  return { subject: `${schema}.${name}`, type, sequences: [] };
}

function sequenceOf(value: DefaultValue): readonly QualifiedName[] {
  return value.kind === "sequence" ? [value] : [];
}

function namedTypes(type: ColumnType): readonly QualifiedName[] {
  switch (type.kind) {
    case "enum":
    case "domain":
    case "composite":
      return [type];
    case "array":
    case "range":
      return namedTypes(type.element);
    default:
      return [];
  }
}
