import type { ColumnType } from "../../model/column-type.js";
import { toLabels } from "./mysql-label-list.js";
import type { TypeRow } from "./mysql-rows.js";

/** What the values of a type are; a type that is not known is `unsupported`. */
export function toColumnType(row: TypeRow): ColumnType {
  const dataType = row.dataType.toLowerCase();
  // `tinyint(1)` is what BOOLEAN stands for; its unsigned form nobody gets by writing BOOLEAN.
  if (/^tinyint\(1\)$/i.test(row.fullType)) return { kind: "boolean" };
  const bits = integerBits.get(dataType);
  if (bits !== undefined) return { kind: "integer", bits, unsigned: isUnsigned(row), exact: true };
  return typesByName.get(dataType)?.(row) ?? toOpaque(dataType);
}

/**
 * A type as the catalog prints it, without the display width of integers: it says nothing of the values, and MySQL 8.0.19 gave it up where
 * MariaDB prints it (https://dev.mysql.com/doc/refman/8.4/en/numeric-type-attributes.html).
 */
export function toDatabaseType({ fullType }: TypeRow): string {
  if (/^tinyint\(1\)$|zerofill/i.test(fullType)) return fullType;
  return fullType.replace(/^((?:tiny|small|medium|big)?int|year)\(\d+\)/i, "$1");
}

const integerBits: ReadonlyMap<string, 8 | 16 | 24 | 32 | 64> = new Map([
  ["tinyint", 8],
  ["smallint", 16],
  ["mediumint", 24],
  ["int", 32],
  ["integer", 32],
  ["bigint", 64],
] as const);

type TypeReader = (row: TypeRow) => ColumnType;

const text: TypeReader = (row) => ({ kind: "text", length: row.characterLength, fixed: false });
// The catalog counts the bytes that these may have, not the characters.
const longText: TypeReader = () => ({ kind: "text", length: null, fixed: false });
const bytes: TypeReader = (row) => ({ kind: "bytes", length: row.characterLength, fixed: false });
const decimal: TypeReader = (row) => ({
  kind: "decimal",
  precision: row.numericPrecision,
  scale: row.numericScale,
  unsigned: isUnsigned(row),
});
const double: TypeReader = () => ({ kind: "float", bits: 64 });

const typesByName: ReadonlyMap<string, TypeReader> = new Map<string, TypeReader>([
  ["decimal", decimal],
  ["numeric", decimal],
  ["float", () => ({ kind: "float", bits: 32 })],
  ["double", double],
  ["real", double],
  ["bit", (row) => ({ kind: "bits", length: row.numericPrecision ?? writtenLength(row) ?? 1, fixed: true })],
  ["char", (row) => ({ kind: "text", length: row.characterLength, fixed: true })],
  ["varchar", text],
  ["tinytext", longText],
  ["text", longText],
  ["mediumtext", longText],
  ["longtext", longText],
  ["binary", (row) => ({ kind: "bytes", length: row.characterLength, fixed: true })],
  ["varbinary", bytes],
  ["tinyblob", bytes],
  ["blob", bytes],
  ["mediumblob", bytes],
  ["longblob", bytes],
  ["date", () => ({ kind: "date" })],
  ["year", () => ({ kind: "year" })],
  ["time", (row) => ({ kind: "time", precision: row.datetimePrecision, zone: false })],
  ["datetime", (row) => ({ kind: "timestamp", precision: row.datetimePrecision, zone: false })],
  // Kept in UTC and shown in the session's time zone.
  ["timestamp", (row) => ({ kind: "timestamp", precision: row.datetimePrecision, zone: true })],
  ["json", () => ({ kind: "json", binary: true })],
  ["uuid", () => ({ kind: "uuid" })],
  ["xmltype", () => ({ kind: "xml" })],
  ["enum", (row) => ({ kind: "inlineEnum", values: toLabels(row.fullType) })],
  ["set", (row) => ({ kind: "set", values: toLabels(row.fullType) })],
]);

/** Addresses are written and compared as texts; geometries and vectors are bytes that only functions understand. */
function toOpaque(dataType: string): ColumnType {
  if (/^inet[46]$/.test(dataType)) return { kind: "opaque", name: dataType, comparable: true };
  return spatialTypes.has(dataType) || dataType === "vector"
    ? { kind: "opaque", name: dataType, comparable: false }
    : { kind: "unsupported" };
}

const spatialTypes: ReadonlySet<string> = new Set([
  "geometry",
  "point",
  "linestring",
  "polygon",
  "multipoint",
  "multilinestring",
  "multipolygon",
  "geometrycollection",
  "geomcollection",
]);

function isUnsigned({ fullType }: TypeRow): boolean {
  return /\bunsigned\b|\bzerofill\b/i.test(fullType);
}

function writtenLength({ fullType }: TypeRow): number | null {
  const length = /\((\d+)\)/.exec(fullType)?.[1];
  return length === undefined ? null : Number(length);
}
