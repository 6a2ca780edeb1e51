import { groupBy } from "../lang/group-by.js";

/** Something that no reader of a database should have put into a model. */
export interface ModelProblem {
  /** The object it is about, as `schema.table.column`. */
  readonly subject: string;
  readonly text: string;
}

/** A problem for each name that comes more than once. */
export function findDuplicates(what: string, names: readonly string[]): readonly ModelProblem[] {
  if (new Set(names).size === names.length) return [];
  const groups = [...groupBy(names, (name) => name)].filter(([, group]) => group.length > 1);
  return groups.map(([name, group]) => ({ subject: name, text: `there are ${group.length} of this ${what}` }));
}
