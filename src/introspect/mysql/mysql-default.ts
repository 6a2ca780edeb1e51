import type { ColumnType } from "../../model/column-type.js";
import type { DefaultValue } from "../../model/default-value.js";
import type { ColumnRow } from "./mysql-rows.js";
import type { MysqlServer } from "./mysql-server.js";
import { toSqlTokens, type SqlToken } from "./sql-tokens.js";

/**
 * The default that a column's row stands for. A column that may be null has the default NULL on both servers, written or not: that is none. `database` is
 * where an unqualified sequence stands.
 */
export function toDefault(row: ColumnRow, type: ColumnType, server: MysqlServer): DefaultValue {
  if (row.default === null) return { kind: "none" };
  return server.engine === "mariadb" ? toSqlDefault(row.default, type) : toPlainDefault(row, row.default, type);
}

/** MariaDB prints SQL: https://mariadb.com/kb/en/information-schema-columns-table/. */
function toSqlDefault(sql: string, type: ColumnType): DefaultValue {
  const tokens = toSqlTokens(sql) ?? [];
  if (tokens.length === 1 && isWord(tokens[0], "null")) return { kind: "none" };
  const constant = toConstant(tokens);
  // The bytes of a binary default are printed as if they were characters, and are lost.
  if (constant === null || (constant.kind === "text" && type.kind === "bytes")) {
    return toSequence(tokens) ?? { kind: "expression", sql };
  }
  return toLiteral(constant.value, type);
}

/**
 * MySQL prints the bare value of a literal, and marks an expression by a word: https://dev.mysql.com/doc/refman/8.4/en/information-schema-columns-table.html.
 * 5.7 has no such word and no expression but the time.
 */
function toPlainDefault(row: ColumnRow, value: string, type: ColumnType): DefaultValue {
  const isTime = type.kind === "timestamp" && /^(current_timestamp|now|localtime)/i.test(value);
  if (isTime || /\bDEFAULT_GENERATED\b/i.test(row.extra)) return { kind: "expression", sql: unescapeQuotes(value) };
  if (type.kind === "bytes") return { kind: "expression", sql: value };
  const bits = type.kind === "bits" ? toConstant(toSqlTokens(value) ?? []) : null;
  return toLiteral(bits?.value ?? value, type);
}

/** MySQL 8 keeps the quotes of texts inside of expressions escaped: `_utf8mb4\'a\'`. */
export function unescapeQuotes(sql: string): string {
  return sql.replaceAll(String.raw`\'`, "'");
}

interface Constant {
  readonly kind: "text" | "number" | "bits";
  readonly value: string;
}

function toConstant(tokens: readonly SqlToken[]): Constant | null {
  const [first, second, ...others] = tokens;
  if (first === undefined || others.length > 0) return null;
  if (second !== undefined) {
    const isSigned = second.kind === "number" && /^[-+]$/.test(first.value);
    return isSigned ? { kind: "number", value: (first.value === "-" ? "-" : "") + second.value } : null;
  }
  return first.kind === "text" || first.kind === "number" || first.kind === "bits"
    ? { kind: first.kind, value: first.value }
    : null;
}

function toLiteral(value: string, type: ColumnType): DefaultValue {
  const isBoolean = type.kind === "boolean" && /^[01]$/.test(value);
  return { kind: "literal", value: isBoolean ? value === "1" : value };
}

/** ``nextval(`shop`.`numbers`)``; the database's name is already gone where it is the connected one's. */
function toSequence(tokens: readonly SqlToken[]): DefaultValue | null {
  const [call, open, ...rest] = tokens;
  if (!isWord(call, "nextval") || open?.value !== "(" || rest.at(-1)?.value !== ")") return null;
  const names = rest.slice(0, -1).filter((token) => token.value !== ".");
  const [schema, name] = names.map((token) => token.value);
  return names.length === 2 && schema !== undefined && name !== undefined ? { kind: "sequence", schema, name } : null;
}

function isWord(token: SqlToken | undefined, word: string): boolean {
  return token?.kind === "word" && token.value.toLowerCase() === word;
}
