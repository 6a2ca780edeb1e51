import type { RelationMeta, TableMeta, ThroughMeta } from "./table-meta.js";

/** Declares a relation to exactly one row, by property names here and, pairwise, in the far table: called by generated code. */
export function one(table: () => TableMeta, from: readonly string[], to: readonly string[]): RelationMeta {
  return { kind: "one", table, from, to };
}

/** Declares a relation to at most one row. */
export function maybe(table: () => TableMeta, from: readonly string[], to: readonly string[]): RelationMeta {
  return { kind: "maybe", table, from, to };
}

/** Declares a relation to any number of rows: those that point here, or those on the other side of a link table. */
export function many(
  table: () => TableMeta,
  from: readonly string[],
  to: readonly string[],
  through?: ThroughMeta,
): RelationMeta {
  return through === undefined ? { kind: "many", table, from, to } : { kind: "many", table, from, to, through };
}
