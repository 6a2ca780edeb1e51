import type { ColumnType } from "../../model/column-type.js";
import type { ColumnRow } from "./sqlserver-rows.js";

export type TypeRow = Pick<ColumnRow, "type" | "baseType" | "maxLength" | "precision" | "scale">;

/** What the values of a type are, those of an alias type by the type beneath it; one that is not known is `unsupported`. */
export function toColumnType(row: TypeRow): ColumnType {
  return (typesByName.get(row.type) ?? typesByName.get(row.baseType ?? ""))?.(row) ?? { kind: "unsupported" };
}

/** A type with its length or digits, as a CREATE TABLE statement has it. */
export function toDatabaseType(row: TypeRow): string {
  const { type, maxLength, precision, scale } = row;
  if (/^n?(var)?char$|^(var)?binary$/.test(type)) {
    const length = type.startsWith("n") ? maxLength / 2 : maxLength;
    return `${type}(${maxLength < 0 ? "max" : length})`;
  }
  if (type === "decimal" || type === "numeric") return `${type}(${precision},${scale})`;
  return fractional.has(type) && scale !== 7 ? `${type}(${scale})` : type === "timestamp" ? "rowversion" : type;
}

const fractional: ReadonlySet<string> = new Set(["time", "datetime2", "datetimeoffset"]);

type TypeReader = (row: TypeRow) => ColumnType;

function integer(bits: 8 | 16 | 32 | 64, unsigned = false): TypeReader {
  return () => ({ kind: "integer", bits, unsigned, exact: true });
}

function always(type: ColumnType): TypeReader {
  return () => type;
}

const decimal: TypeReader = ({ precision, scale }) => ({ kind: "decimal", precision, scale, unsigned: false });
/** Lengths are bytes, two for each character of the national types. */
const text = (fixed: boolean, width: number): TypeReader => {
  return ({ maxLength }) => ({ kind: "text", length: maxLength < 0 ? null : maxLength / width, fixed });
};
const bytes = (fixed: boolean): TypeReader => {
  return ({ maxLength }) => ({ kind: "bytes", length: maxLength < 0 ? null : maxLength, fixed });
};
const longText = always({ kind: "text", length: null, fixed: false });
const opaque = (comparable: boolean): TypeReader => {
  return ({ type }) => ({ kind: "opaque", name: type, comparable });
};

const typesByName: ReadonlyMap<string, TypeReader> = new Map<string, TypeReader>([
  ["bit", always({ kind: "boolean" })],
  ["tinyint", integer(8, true)],
  ["smallint", integer(16)],
  ["int", integer(32)],
  ["bigint", integer(64)],
  ["decimal", decimal],
  ["numeric", decimal],
  ["money", always({ kind: "decimal", precision: 19, scale: 4, unsigned: false })],
  ["smallmoney", always({ kind: "decimal", precision: 10, scale: 4, unsigned: false })],
  ["float", always({ kind: "float", bits: 64 })],
  ["real", always({ kind: "float", bits: 32 })],
  ["char", text(true, 1)],
  ["varchar", text(false, 1)],
  ["nchar", text(true, 2)],
  ["nvarchar", text(false, 2)],
  ["sysname", text(false, 2)],
  ["text", longText],
  ["ntext", longText],
  ["binary", bytes(true)],
  ["varbinary", bytes(false)],
  ["image", always({ kind: "bytes", length: null, fixed: false })],
  ["timestamp", always({ kind: "bytes", length: 8, fixed: true })],
  ["rowversion", always({ kind: "bytes", length: 8, fixed: true })],
  ["date", always({ kind: "date" })],
  ["time", ({ scale }) => ({ kind: "time", precision: scale, zone: false })],
  ["datetime", always({ kind: "timestamp", precision: 3, zone: false })],
  ["smalldatetime", always({ kind: "timestamp", precision: 0, zone: false })],
  ["datetime2", ({ scale }) => ({ kind: "timestamp", precision: scale, zone: false })],
  ["datetimeoffset", ({ scale }) => ({ kind: "timestamp", precision: scale, zone: true })],
  ["uniqueidentifier", always({ kind: "uuid" })],
  ["xml", always({ kind: "xml" })],
  ["json", always({ kind: "json", binary: true })],
  ["sql_variant", opaque(true)],
  ["hierarchyid", opaque(true)],
  ["geometry", opaque(false)],
  ["geography", opaque(false)],
  ["vector", opaque(false)],
]);
