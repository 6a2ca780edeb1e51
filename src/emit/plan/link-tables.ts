import type { ColumnModel, TableModel } from "../../model/table-model.js";
import type { Link } from "./model-relations.js";

/** The two foreign keys of a pure link table, whose key is made of just these. */
export interface LinkTable {
  readonly first: Link;
  readonly second: Link;
}

/**
 * The two foreign keys that make up the primary key of their table, or all its columns but generated ones where it has no primary key; null where it is no
 * such table. `links` are all those of one table.
 */
export function toLinkTable(table: TableModel, links: readonly Link[]): LinkTable | null {
  const written = table.columns.filter((column) => !isGenerated(column)).map((column) => column.name);
  const key = new Set(table.primaryKey?.columns ?? written);
  const inside = links.filter((link) => link.columns.every((column) => key.has(column)));
  const [first, second, ...others] = inside;
  if (first === undefined || second === undefined || others.length > 0) return null;
  const covered = [...first.columns, ...second.columns];
  return covered.length === key.size && new Set(covered).size === key.size ? { first, second } : null;
}

function isGenerated(column: ColumnModel): boolean {
  return column.generated !== null || column.identity !== null;
}
