import type { ColumnType } from "tablewright";
import type { EnumRow } from "./duckdb-rows.js";
import { insideBrackets, quotedText, splitList } from "./sql-text.js";

/** Finds the enum of a list of labels: the catalog tells only them of a column, not the type's name. */
export type FindEnum = (labels: readonly string[]) => EnumRow | undefined;

/**
 * A type as the catalog prints it: https://duckdb.org/docs/stable/sql/data_types/overview. Structs, maps and unions have no names, so that nothing in the
 * model could stand for them.
 */
export function toColumnType(text: string, findEnum: FindEnum): ColumnType {
  const element = /^([^]*)\[\d*\]$/.exec(text)?.[1];
  if (element !== undefined) return toArrayType(toColumnType(element, findEnum));
  if (text.startsWith("DECIMAL(")) {
    const [precision = 0, scale = 0] = (insideBrackets(text) ?? "").split(",").map(Number);
    return { kind: "decimal", precision, scale, unsigned: false };
  }
  if (text.startsWith("ENUM(")) return toEnumType(text, findEnum);
  return plainTypes[text] ?? { kind: "unsupported" };
}

/** A text of JSON within a list of them could not be told from a text. */
function toArrayType(element: ColumnType): ColumnType {
  return element.kind === "unsupported" || element.kind === "json"
    ? { kind: "unsupported" }
    : { kind: "array", element };
}

function toEnumType(text: string, findEnum: FindEnum): ColumnType {
  const values = splitList(insideBrackets(text) ?? "").map((label) => quotedText(label) ?? label);
  const found = findEnum(values);
  return found === undefined
    ? { kind: "inlineEnum", values }
    : { kind: "enum", schema: found.schema, name: found.name };
}

function integer(bits: 8 | 16 | 32 | 64, unsigned = false): ColumnType {
  return { kind: "integer", bits, unsigned, exact: true };
}

function timestamp(precision: number, zone = false): ColumnType {
  return { kind: "timestamp", precision, zone };
}

/** 128 bits have 39 digits. */
function huge(unsigned: boolean, precision: number | null = 39): ColumnType {
  return { kind: "decimal", precision, scale: 0, unsigned };
}

const plainTypes: Readonly<Record<string, ColumnType>> = {
  BOOLEAN: { kind: "boolean" },
  TINYINT: integer(8),
  SMALLINT: integer(16),
  INTEGER: integer(32),
  BIGINT: integer(64),
  UTINYINT: integer(8, true),
  USMALLINT: integer(16, true),
  UINTEGER: integer(32, true),
  UBIGINT: integer(64, true),
  HUGEINT: huge(false),
  UHUGEINT: huge(true),
  BIGNUM: huge(false, null),
  FLOAT: { kind: "float", bits: 32 },
  DOUBLE: { kind: "float", bits: 64 },
  VARCHAR: { kind: "text", length: null, fixed: false },
  BLOB: { kind: "bytes", length: null, fixed: false },
  BIT: { kind: "bits", length: null, fixed: false },
  UUID: { kind: "uuid" },
  DATE: { kind: "date" },
  TIME: { kind: "time", precision: 6, zone: false },
  TIME_NS: { kind: "time", precision: 9, zone: false },
  "TIME WITH TIME ZONE": { kind: "time", precision: 6, zone: true },
  TIMESTAMP: timestamp(6),
  TIMESTAMP_S: timestamp(0),
  TIMESTAMP_MS: timestamp(3),
  TIMESTAMP_NS: timestamp(9),
  "TIMESTAMP WITH TIME ZONE": timestamp(6, true),
  INTERVAL: { kind: "interval", precision: 6, fields: null },
  JSON: { kind: "json", binary: false },
};
