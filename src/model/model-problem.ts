import { groupBy } from "../lang/group-by.js";

/** Something that no reader of a database should have put into a model. */
export interface ModelProblem {
  /** The object it is about, as `schema.table.column`. */
  readonly subject: string;
  readonly text: string;
}

/** A problem for each name that comes more than once; `subjectOf` makes it the name of the object. */
export function findDuplicates(
  what: string,
  names: readonly string[],
  subjectOf: (name: string) => string = (name) => name,
): readonly ModelProblem[] {
  if (new Set(names).size === names.length) return [];
  const groups = [...groupBy(names, (name) => name)].filter(([, group]) => group.length > 1);
  return groups.map(([name, group]) => ({
    subject: subjectOf(name),
    text: `there are ${group.length} of this ${what}`,
  }));
}
