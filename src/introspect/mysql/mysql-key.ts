import type { KeyModel } from "../../model/table-model.js";
import type { IndexRow } from "./mysql-rows.js";

/** The name that every primary key has. */
export const primaryKeyName = "PRIMARY";

/** The key that an index holds; null for an index that is none, or not of whole columns alone. `parts` are the rows of one index. */
export function toKey(parts: readonly IndexRow[]): KeyModel | null {
  const [first] = parts;
  if (first === undefined || Number(first.nonUnique) !== 0) return null;
  const columns = parts.flatMap(({ column, prefixLength }) =>
    // Even of a primary key made from prefixes, whole values tell the rows apart.
    column !== null && (prefixLength === null || first.name === primaryKeyName) ? [column] : [],
  );
  if (columns.length !== parts.length) return null;
  return { name: first.name, columns, nullsNotDistinct: false, deferrable: "no", comment: first.comment || null };
}
