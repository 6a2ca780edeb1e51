import { InvalidQueryError } from "../errors/query-errors.js";
import type { Row } from "../executor.js";
import type { Inclusion } from "./inclusion.js";
import type { KeyIndex } from "./key-index.js";

/** Results that a relation is to be attached to. */
export interface Parents {
  readonly inclusion: Inclusion;
  readonly index: KeyIndex;
  /** For each result the slot of its key; undefined for a key that relates to nothing. */
  readonly slots: readonly (number | undefined)[];
  readonly results: readonly object[];
}

/** Related rows, and where they hold the keys of their parents. */
export interface Related {
  readonly rows: readonly Row[];
  /** Pairwise with `rows`. */
  readonly results: readonly object[];
  readonly keyPositions: readonly number[];
}

/** Sets the relation on every parent: related results in their order, or the one, or null. Parents of the same key share the results. */
export function attachRelated({ inclusion, index, slots, results }: Parents, related: Related): void {
  const { property, relation } = inclusion;
  const groups = toGroups(inclusion, index, related);
  results.forEach((result, position) => {
    const slot = slots[position];
    const group = slot === undefined ? undefined : groups[slot];
    const value = relation.kind === "many" ? [...(group ?? [])] : (group?.[0] ?? null);
    (result as Record<string, unknown>)[property] = value;
  });
}

function toGroups(
  inclusion: Inclusion,
  index: KeyIndex,
  { rows, results, keyPositions }: Related,
): readonly (readonly object[] | undefined)[] {
  const groups: object[][] = [];
  rows.forEach((row, position) => {
    const result = results[position];
    const slot = index.find(row, keyPositions);
    if (slot === undefined || result === undefined) throw unrecognized(inclusion);
    (groups[slot] ??= []).push(result);
  });
  return groups;
}

/** The database holds two keys equal that are different texts, by a rule that is not known here. */
function unrecognized({ property }: Inclusion): Error {
  return new InvalidQueryError(`${property}: including related rows: the key of one equals no parent's as text`);
}
