import { diagnostic, type Diagnostic } from "../../diagnostics.js";
import type { ColumnType } from "../../model/column-type.js";
import type { ColumnModel, GeneratedModel } from "../../model/table-model.js";
import { placeKey, type CatalogIndex } from "./catalog-index.js";
import { toColumnType, toDatabaseType } from "./mysql-column-type.js";
import { toDefault, unescapeQuotes } from "./mysql-default.js";
import type { CheckRow, ColumnRow, RelationPlace, TableRow } from "./mysql-rows.js";
import { toSqlTokens } from "./sql-tokens.js";

/** The columns of a table. */
export function toTableColumns(table: TableRow, index: CatalogIndex): readonly ColumnModel[] {
  const key = placeKey(table);
  const jsonColumns = toJsonColumns(index.checks.get(key) ?? []);
  return (index.columns.get(key) ?? []).map((row) => {
    const type = toTypeOf(row, jsonColumns);
    const generated = toGenerated(row, index);
    const onUpdate = /\bon update (\S+)/i.exec(row.extra)?.[1];
    const column: ColumnModel = {
      name: row.name,
      type,
      databaseType: type.kind === "json" ? "json" : toDatabaseType(row),
      nullable: row.isNullable === "YES",
      nullability: "declared",
      default: generated === null ? toDefault(row, type, index) : { kind: "none" },
      generated,
      identity: /\bauto_increment\b/i.test(row.extra) ? { mode: "byDefault", sequence: null } : null,
      collation: row.collation === table.collation || type.kind === "json" ? null : row.collation,
      hidden: /\bINVISIBLE\b/i.test(row.extra),
      comment: row.comment === "" ? null : row.comment,
    };
    return onUpdate === undefined ? column : { ...column, onUpdate };
  });
}

/** The columns of a view; whether they may be null is what the server found when it analysed the view. */
export function toViewColumns(place: RelationPlace, index: CatalogIndex): readonly ColumnModel[] {
  const collation = index.collationOf(place.schema);
  return (index.columns.get(placeKey(place)) ?? []).map((row) => ({
    name: row.name,
    type: toColumnType(row),
    databaseType: toDatabaseType(row),
    nullable: row.isNullable === "YES",
    nullability: "proved",
    default: { kind: "none" },
    generated: null,
    identity: null,
    collation: row.collation === collation ? null : row.collation,
    hidden: false,
    comment: row.comment === "" ? null : row.comment,
  }));
}

/** One diagnostic for each column whose type is not known. */
export function toColumnDiagnostics(
  relation: { readonly schema: string; readonly name: string },
  columns: readonly ColumnModel[],
): readonly Diagnostic[] {
  return columns
    .filter((column) => column.type.kind === "unsupported")
    .map(({ name, databaseType }) =>
      diagnostic("TW1001", `${relation.schema}.${relation.name}.${name}`, { type: databaseType }),
    );
}

/** MariaDB's JSON is a long text with a check: https://mariadb.com/kb/en/json/. */
function toTypeOf(row: ColumnRow, jsonColumns: ReadonlySet<string>): ColumnType {
  const isJson = row.dataType === "longtext" && jsonColumns.has(row.name);
  return isJson ? { kind: "json", binary: false } : toColumnType(row);
}

/** The columns that a check holds to JSON: ``json_valid(`c`)`` and nothing else. */
function toJsonColumns(checks: readonly CheckRow[]): ReadonlySet<string> {
  return new Set(checks.flatMap(({ clause }) => toJsonColumn(clause) ?? []));
}

function toJsonColumn(clause: string): string | null {
  if (!/^\s*json_valid\b/i.test(clause)) return null;
  const [, open, column, close, ...others] = toSqlTokens(clause) ?? [];
  return open?.value === "(" && close?.value === ")" && others.length === 0 ? (column?.value ?? null) : null;
}

function toGenerated(row: ColumnRow, index: CatalogIndex): GeneratedModel | null {
  if (row.period !== null) return { kind: "stored", expression: row.period };
  const [, kind] = /\b(VIRTUAL|STORED|PERSISTENT) GENERATED\b/i.exec(row.extra) ?? [];
  if (kind === undefined) return null;
  const expression = index.server.engine === "mysql" ? unescapeQuotes(row.generation ?? "") : (row.generation ?? "");
  return { kind: kind.toUpperCase() === "VIRTUAL" ? "virtual" : "stored", expression: index.localSql(expression) };
}
