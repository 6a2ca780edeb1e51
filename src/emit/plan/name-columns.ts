import type { Diagnostic } from "../../diagnostics.js";
import type { Entity } from "./model-names.js";
import { NameScope, type NameClaim } from "./name-scope.js";
import { subjectOf, type Naming } from "./naming.js";
import { columnMembers } from "./reserved-words.js";
import { toCamelCase } from "./words.js";

/** The property of every column of a table or view, by column name. */
export function nameColumns(
  entity: Entity,
  naming: Naming,
): {
  readonly properties: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
} {
  const claims = entity.model.columns.map((column) => toClaim(entity, column.name, naming));
  const scope = new NameScope(columnMembers);
  const names = scope.settle(claims);
  const properties = entity.model.columns.map((column, index) => [column.name, names[index] ?? ""] as const);
  return { properties: new Map(properties), diagnostics: scope.diagnostics };
}

function toClaim({ is, model }: Entity, column: string, naming: Naming): NameClaim {
  const suggested = toCamelCase(naming.words(column));
  const { schema, name } = model;
  const best = naming.functions.property?.({ kind: is, schema, name }, column, suggested) ?? suggested;
  return { subject: `${subjectOf(model)}.${column}`, wanted: [best, `${best}Column`], rank: best === column ? 0 : 1 };
}
