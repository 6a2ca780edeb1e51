import type { IndexModel, IndexPart } from "../../model/table-model.js";
import type { CatalogIndex } from "./catalog-index.js";
import { unescapeQuotes } from "./mysql-default.js";
import { toKey } from "./mysql-key.js";
import type { IndexRow } from "./mysql-rows.js";

/** An index from the rows of its parts. */
export function toIndex(parts: readonly IndexRow[], index: CatalogIndex): readonly IndexModel[] {
  const [first] = parts;
  if (first === undefined) return [];
  const model: IndexModel = {
    name: first.name,
    unique: Number(first.nonUnique) === 0,
    method: first.indexType.toLowerCase(),
    parts: parts.map((row) => toPart(row, index)),
    include: [],
    predicate: null,
    nullsNotDistinct: false,
    constraint: toKey(parts)?.name ?? null,
    valid: first.ignored !== "YES",
    comment: first.comment === "" ? null : first.comment,
    extra: {},
  };
  return [model];
}

/** NULL comes before every value, and so last where the order is turned round. */
function toPart(row: IndexRow, index: CatalogIndex): IndexPart {
  const isDescending = row.collation === "D";
  const expression = row.expression === null ? "" : index.localSql(unescapeQuotes(row.expression));
  return {
    column: row.column,
    expression: row.column === null ? expression : null,
    direction: isDescending ? "desc" : "asc",
    nulls: isDescending ? "last" : "first",
    operatorClass: null,
    collation: null,
    // What a spatial index holds of a value is not a part of it.
    prefixLength: row.prefixLength === null || row.indexType === "SPATIAL" ? null : Number(row.prefixLength),
  };
}
