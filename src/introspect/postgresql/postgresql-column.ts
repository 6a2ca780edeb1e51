import { diagnostic, type Diagnostic } from "../../diagnostics.js";
import type { ColumnType } from "../../model/column-type.js";
import type { DefaultValue } from "../../model/default-value.js";
import type { QualifiedName } from "../../model/qualified-name.js";
import type { ColumnModel, GeneratedModel, IdentityModel } from "../../model/table-model.js";
import { identityKey, type CatalogIndex } from "./catalog-index.js";
import { isUnsupported, toPlainType } from "./postgresql-column-type.js";
import type { ColumnRow, RelationRow } from "./postgresql-rows.js";
import type { ViewAnalysis } from "./view-tree/view-analysis.js";

/** The columns of a table. Columns named in `mayBeNull` hold nulls although they are declared NOT NULL. */
export function toTableColumns(
  relation: RelationRow,
  index: CatalogIndex,
  mayBeNull: readonly string[],
): readonly ColumnModel[] {
  // Written out in full: spreading a part into each of many thousand columns costs more than all the rest.
  return (index.columns.get(relation.oid) ?? []).map((row) => ({
    name: row.name,
    type: index.types.toColumnType(row.type, row.typmod, row.dimensions),
    databaseType: row.formatted,
    nullable: !isNotNull(row, index) || mayBeNull.includes(row.name),
    nullability: "declared",
    default: toColumnDefault(row, index),
    generated: toGenerated(row),
    identity: toIdentity(row, index),
    collation: row.collation,
    hidden: false,
    comment: row.comment,
  }));
}

/** The columns of a view: the catalog says nothing of their nullability, its query may prove it. */
export function toViewColumns(
  relation: RelationRow,
  index: CatalogIndex,
  analysis: ViewAnalysis,
): readonly ColumnModel[] {
  const isProved = (row: ColumnRow): boolean => analysis.columns[row.position - 1]?.notNull === true;
  return (index.columns.get(relation.oid) ?? []).map((row) => ({
    name: row.name,
    type: index.types.toColumnType(row.type, row.typmod, row.dimensions),
    databaseType: row.formatted,
    nullable: !isProved(row),
    nullability: isProved(row) ? "proved" : "unknown",
    default: { kind: "none" },
    generated: null,
    identity: null,
    collation: row.collation,
    hidden: false,
    comment: row.comment,
  }));
}

/** What the values of a column are, domains resolved; null for no such column, and for one that takes different texts for equal. */
export function toPlainTypeOf(relation: RelationRow, column: string, index: CatalogIndex): ColumnType | null {
  const row = index.columns.get(relation.oid)?.find((candidate) => candidate.name === column);
  return row === undefined || !row.deterministic ? null : toPlainType(index.types, row.type, row.typmod);
}

/** One diagnostic for each column or field whose type is not known. */
export function toColumnDiagnostics(
  { schema, name }: QualifiedName,
  columns: readonly Pick<ColumnModel, "name" | "type" | "databaseType">[],
): readonly Diagnostic[] {
  return columns
    .filter((column) => isUnsupported(column.type))
    .map((column) => diagnostic("TW1001", `${schema}.${name}.${column.name}`, { type: column.databaseType }));
}

/** A domain may refuse nulls where its column does not (`information_schema.columns.is_nullable` says the same). */
function isNotNull(row: ColumnRow, index: CatalogIndex): boolean {
  if (row.not_null) return true;
  let type = index.types.find(row.type);
  while (type?.typtype === "d") {
    if (type.not_null) return true;
    type = index.types.find(type.base);
  }
  return false;
}

/** Without a default of its own, a column has that of its domain; identity and generated columns have none. */
function toColumnDefault(row: ColumnRow, index: CatalogIndex): DefaultValue {
  if (row.generated !== "" || row.identity !== "") return { kind: "none" };
  return index.toDefault(row.expression ?? index.types.find(row.type)?.default ?? null);
}

function toGenerated(row: ColumnRow): GeneratedModel | null {
  if (row.generated === "" || row.expression === null) return null;
  return { kind: row.generated === "v" ? "virtual" : "stored", expression: row.expression };
}

function toIdentity(row: ColumnRow, index: CatalogIndex): IdentityModel | null {
  if (row.identity === "") return null;
  const sequence = index.identitySequences.get(identityKey(row.relation, row.position)) ?? null;
  return { mode: row.identity === "a" ? "always" : "byDefault", sequence };
}
