import type { ColumnType } from "../../model/column-type.js";

/**
 * What a declared type means. SQLite enforces none outside STRICT tables (https://sqlite.org/datatype3.html): known names are taken at their word, unknown
 * ones by their affinity where that is TEXT, INTEGER or REAL, and all others are unsupported, the empty type included.
 */
export function toSqliteColumnType(declared: string, strict = false): ColumnType {
  const { name, length, scale } = parseDeclaredType(declared);
  if (strict) return strictTypes.get(name) ?? unsupported;
  const make = typeMakers.get(name) ?? affinityMaker(name);
  return make(length, scale);
}

/** Whether values of the declared type are turned into numbers where they look like one (NUMERIC, INTEGER and REAL affinity). */
export function hasNumericAffinity(declared: string): boolean {
  const name = declared.toUpperCase();
  if (name.includes("INT")) return true;
  return name !== "" && !/CHAR|CLOB|TEXT|BLOB/.test(name);
}

type TypeMaker = (length: number | null, scale: number | null) => ColumnType;

const unsupported: ColumnType = { kind: "unsupported" };
// The declared width is not enforced, so any integer type can hold 64 bits.
const integer: ColumnType = { kind: "integer", bits: 64, unsigned: false, exact: false };
const bigint: ColumnType = { kind: "integer", bits: 64, unsigned: false, exact: true };
const float: ColumnType = { kind: "float", bits: 64 };
const boolean: ColumnType = { kind: "boolean" };

const text: TypeMaker = (length) => ({ kind: "text", length, fixed: false });
const bytes: TypeMaker = (length) => ({ kind: "bytes", length, fixed: false });
const time =
  (zone: boolean): TypeMaker =>
  (precision) => ({ kind: "time", precision, zone });
const timestamp =
  (zone: boolean): TypeMaker =>
  (precision) => ({ kind: "timestamp", precision, zone });
// As in standard SQL, a precision without a scale means whole numbers.
const decimal: TypeMaker = (precision, scale) => ({
  kind: "decimal",
  precision,
  scale: scale ?? (precision === null ? null : 0),
  unsigned: false,
});
const constant =
  (type: ColumnType): TypeMaker =>
  () =>
    type;
const booleanIfOne =
  (wider: ColumnType): TypeMaker =>
  (length) =>
    length === 1 ? boolean : wider;

const strictTypes: ReadonlyMap<string, ColumnType> = new Map([
  ["INT", integer],
  ["INTEGER", integer],
  ["REAL", float],
  ["TEXT", text(null, null)],
  ["BLOB", bytes(null, null)],
]);

const typeMakers: ReadonlyMap<string, TypeMaker> = new Map<string, TypeMaker>([
  ...names(constant(integer), "INT", "INTEGER", "SMALLINT", "MEDIUMINT", "INT2", "INT4"),
  // The usual way to declare a boolean where the type has been carried over from MySQL.
  ...names(booleanIfOne(integer), "TINYINT"),
  ...names(constant(bigint), "BIGINT", "INT8", "UNSIGNED BIG INT", "UNSIGNED BIGINT", "BIGINT UNSIGNED"),
  ...names(constant(boolean), "BOOL", "BOOLEAN"),
  // SQL Server's boolean; longer ones are bit strings elsewhere, and nothing in SQLite.
  ...names((length) => (length === null || length === 1 ? boolean : unsupported), "BIT"),
  ...names(bytes, "BLOB", "BINARY", "VARBINARY", "TINYBLOB", "MEDIUMBLOB", "LONGBLOB", "BYTEA", "IMAGE"),
  ...names(constant(float), "REAL", "DOUBLE", "DOUBLE PRECISION", "FLOAT", "FLOAT4", "FLOAT8"),
  ...names(decimal, "DECIMAL", "NUMERIC", "NUMBER", "DEC", "MONEY", "SMALLMONEY"),
  ...names(constant({ kind: "date" }), "DATE"),
  ...names(time(false), "TIME", "TIME WITHOUT TIME ZONE"),
  ...names(time(true), "TIMETZ", "TIME WITH TIME ZONE"),
  ...names(timestamp(false), "DATETIME", "DATETIME2", "SMALLDATETIME", "TIMESTAMP", "TIMESTAMP WITHOUT TIME ZONE"),
  ...names(timestamp(true), "TIMESTAMPTZ", "TIMESTAMP WITH TIME ZONE", "DATETIMEOFFSET"),
  ...names(constant({ kind: "json", binary: false }), "JSON"),
  ...names(constant({ kind: "json", binary: true }), "JSONB"),
  ...names(constant({ kind: "uuid" }), "UUID", "GUID", "UNIQUEIDENTIFIER"),
  // INTEGER by the letter of SQLite's rule, for "INT" is in them, and not by anyone's intention.
  ...names(constant(unsupported), "INTERVAL", "POINT", "MULTIPOINT"),
]);

function names(make: TypeMaker, ...spellings: readonly string[]): (readonly [string, TypeMaker])[] {
  return spellings.map((spelling) => [spelling, make]);
}

/** https://sqlite.org/datatype3.html#determination_of_column_affinity, in its order. */
function affinityMaker(name: string): TypeMaker {
  if (name.includes("INT")) return constant(name.includes("BIG") ? bigint : integer);
  if (/CHAR|CLOB|TEXT/.test(name)) return text;
  if (name.includes("BLOB")) return bytes;
  return /REAL|FLOA|DOUB/.test(name) ? constant(float) : constant(unsupported);
}

interface DeclaredType {
  /** In upper case, one space between words. */
  readonly name: string;
  readonly length: number | null;
  readonly scale: number | null;
}

function parseDeclaredType(declared: string): DeclaredType {
  const match = /^([^(]*)(?:\(\s*\+?(\d+)\s*(?:,\s*\+?(\d+)\s*)?\))?/.exec(declared);
  const name = (match?.[1] ?? "").trim().replaceAll(/\s+/g, " ").toUpperCase();
  return { name, length: toNumber(match?.[2]), scale: toNumber(match?.[3]) };
}

function toNumber(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}
