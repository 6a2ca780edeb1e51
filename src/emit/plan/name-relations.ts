import type { Diagnostic } from "../../diagnostics.js";
import { compareCodePoints } from "../../lang/compare-code-points.js";
import { groupBy } from "../../lang/group-by.js";
import type { NamedTable, Relation } from "./model-relations.js";
import { NameScope, type NameClaim } from "./name-scope.js";
import { subjectOf } from "./naming.js";
import { columnMembers } from "./reserved-words.js";

export interface ModelRelations {
  readonly relationsOf: (table: NamedTable) => readonly Relation[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A relation whose name is not settled yet. */
export interface Draft {
  readonly owner: NamedTable;
  readonly claim: NameClaim;
  readonly relation: Omit<Relation, "name">;
}

/** Settles the names of every table's relations, tier after tier. The first tier are the to-one relations. */
export function nameRelations(tables: readonly NamedTable[], tiers: readonly (readonly Draft[])[]): ModelRelations {
  const byOwner = tiers.map((drafts) => groupBy(drafts, ({ owner }) => owner));
  const relations = new Map<NamedTable, readonly Relation[]>();
  const diagnostics: Diagnostic[] = [];
  for (const table of tables) {
    const toOnes = byOwner[0]?.get(table) ?? [];
    const scope = new NameScope(columnMembers, columnsHeld(table, toOnes));
    const named = byOwner.map((owners) => settleTier(owners.get(table) ?? [], scope));
    relations.set(table, named.flat());
    diagnostics.push(...scope.diagnostics);
  }
  return { relationsOf: (table) => relations.get(table) ?? [], diagnostics };
}

/** In the order of the names. */
function settleTier(drafts: readonly Draft[], scope: NameScope): readonly Relation[] {
  const names = scope.settle(
    drafts.map(({ claim }) => claim),
    "TW2003",
  );
  const relations = drafts.map(({ relation }, index): Relation => ({ name: names[index] ?? "", ...relation }));
  return relations.sort((one, other) => compareCodePoints(one.name, other.name));
}

/** The names that relations must leave to columns: a to-one relation may share the name of the one column that it follows. */
function columnsHeld(table: NamedTable, toOnes: readonly Draft[]): readonly (readonly [string, string])[] {
  const wanted = new Map(toOnes.map(({ claim, relation }) => [relation.from.join("\0"), claim.wanted[0]]));
  return [...table.properties]
    .filter(([column, property]) => wanted.get(column) !== property)
    .map(([column, property]) => [property, `${subjectOf(table.source.model)}.${column}`] as const);
}
