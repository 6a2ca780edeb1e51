import type { ColumnType } from "../../model/column-type.js";
import type { DefaultValue } from "../../model/default-value.js";
import type { CatalogIndex } from "./catalog-index.js";
import type { ColumnRow } from "./mysql-rows.js";
import { toSqlConstant } from "./sql-constant.js";
import { toSqlTokens } from "./sql-tokens.js";

/**
 * The default that a column's row stands for. A column that may be null has the default NULL on both servers, written or not: that is none.
 */
export function toDefault(row: ColumnRow, type: ColumnType, index: CatalogIndex): DefaultValue {
  if (row.default === null) return { kind: "none" };
  return index.server.engine === "mariadb"
    ? toSqlDefault(row.default, type, index)
    : toPlainDefault(row, row.default, { type, index });
}

/** MariaDB prints SQL: https://mariadb.com/kb/en/information-schema-columns-table/. */
function toSqlDefault(sql: string, type: ColumnType, index: CatalogIndex): DefaultValue {
  const constant = index.toConstant(sql);
  if (constant?.kind === "null") return { kind: "none" };
  // The bytes of a binary default are printed as if they were characters, and are lost.
  if (constant !== null && (constant.kind !== "text" || type.kind !== "bytes")) return toLiteral(constant.value, type);
  return toSequence(sql, index) ?? { kind: "expression", sql: index.localSql(sql) };
}

/**
 * MySQL prints the bare value of a literal, and marks an expression by a word: https://dev.mysql.com/doc/refman/8.4/en/information-schema-columns-table.html.
 * 5.7 has no such word, and no expression but the time.
 */
function toPlainDefault(
  row: ColumnRow,
  value: string,
  { type, index }: { readonly type: ColumnType; readonly index: CatalogIndex },
): DefaultValue {
  const isTime = type.kind === "timestamp" && /^(current_timestamp|now|localtime)/i.test(value);
  if (isTime || /\bDEFAULT_GENERATED\b/i.test(row.extra)) {
    return { kind: "expression", sql: index.localSql(unescapeQuotes(value)) };
  }
  // Bytes are printed as 0x…, or as characters.
  if (type.kind === "bytes") return { kind: "expression", sql: value };
  const bits = type.kind === "bits" ? toSqlConstant(value) : null;
  return toLiteral(bits?.value ?? value, type);
}

/** MySQL 8 keeps the quotes of texts inside of expressions escaped: `_utf8mb4\'a\'`. */
export function unescapeQuotes(sql: string): string {
  return sql.replaceAll(String.raw`\'`, "'");
}

function toLiteral(value: string, type: ColumnType): DefaultValue {
  const isBoolean = type.kind === "boolean" && /^[01]$/.test(value);
  return { kind: "literal", value: isBoolean ? value === "1" : value };
}

/** ``nextval(`shop`.`numbers`)``: the next number of a sequence. */
function toSequence(sql: string, index: CatalogIndex): DefaultValue | null {
  if (!/^nextval\(/i.test(sql)) return null;
  const [, , schema, dot, name, close, ...others] = toSqlTokens(sql) ?? [];
  if (schema?.kind !== "name" || dot?.value !== "." || name?.kind !== "name" || close?.value !== ")") return null;
  return others.length > 0 ? null : { kind: "sequence", schema: index.schemaName(schema.value), name: name.value };
}
