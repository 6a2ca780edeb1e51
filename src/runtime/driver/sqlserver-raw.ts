import { bytes, float32 } from "../codec/sqlserver/scalar-codecs.js";
import { toIsoDate, twoDigits } from "../codec/date-text.js";
import { QueryError } from "../errors/query-errors.js";
import { toObjects } from "../raw-sql/to-objects.js";
import type { SqlserverColumn, SqlserverResult } from "./sqlserver-query.js";

/** Rows of raw SQL as objects, those of the last statement that gives some: each value is what its column's type gives in a repository, 64-bit integers apart. */
export function toRawObjects({ sets }: SqlserverResult): readonly object[] {
  const { columns, rows } = sets.at(-1) ?? { columns: [], rows: [] };
  const labels = columns.map(({ colName }) => colName);
  return toObjects(labels, rows, (column) => readerOf(columns[column]));
}

function readerOf(column: SqlserverColumn | undefined): (value: unknown) => unknown {
  return (column === undefined ? undefined : readers.get(column.type.name)?.(column)) ?? asRead;
}

/** By the driver's names of types. */
const readers: ReadonlyMap<string, (column: SqlserverColumn) => (value: unknown) => unknown> = new Map([
  ["BigInt", () => toInteger],
  ["IntN", () => toInteger],
  ["Decimal", toExact],
  ["DecimalN", toExact],
  ["Numeric", toExact],
  ["NumericN", toExact],
  ["Money", toMoney],
  ["MoneyN", toMoney],
  ["SmallMoney", toMoney],
  ["Real", () => float32.read],
  ["FloatN", ({ dataLength }) => (dataLength === 4 ? float32.read : asRead)],
  ["Date", () => toDateText],
  ["Time", () => toTimeText],
  ["UniqueIdentifier", () => toLowerCase],
]);

/** The driver gives 64 bits as text: a number where it is exact, and a bigint beyond. */
function toInteger(value: unknown): unknown {
  if (typeof value !== "string") return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : BigInt(value);
}

function toMoney({ colName }: SqlserverColumn): (value: unknown) => unknown {
  return toDecimal(colName, 4);
}

function toExact({ colName, scale = 0 }: SqlserverColumn): (value: unknown) => unknown {
  return toDecimal(colName, scale);
}

/** A decimal as text, with all the digits of its column. The driver gives a floating-point number, which is sure of 15 digits only. */
function toDecimal(label: string, scale: number): (value: unknown) => unknown {
  return (value) => {
    if (typeof value !== "number") return value;
    const digits = Math.round(Math.abs(value) * 10 ** scale);
    if (digits >= 1e15) throw tooLong(label);
    const text = String(digits).padStart(scale + 1, "0");
    const sign = value < 0 && digits > 0 ? "-" : "";
    return sign + (scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`);
  };
}

function tooLong(label: string): QueryError {
  return new QueryError(
    `sql: reading "${label}": a decimal has more than the 15 digits that the driver is sure of: write cast(… as varchar(41)) in the statement`,
  );
}

function toDateText(value: unknown): unknown {
  if (!(value instanceof Date)) return value;
  return toIsoDate({ year: value.getUTCFullYear(), month: value.getUTCMonth() + 1, day: value.getUTCDate() });
}

/** `HH:MM:SS`, with the digits after the point that it has, up to seven: those beyond milliseconds stand beside the `Date`, as parts of a second. */
function toTimeText(value: unknown): unknown {
  if (!(value instanceof Date)) return value;
  const further =
    "nanosecondsDelta" in value && typeof value.nanosecondsDelta === "number" ? value.nanosecondsDelta : 0;
  const ticks = value.getUTCMilliseconds() * 10_000 + Math.round(further * 1e7);
  const fraction = String(ticks).padStart(7, "0").replace(/0+$/, "");
  const time = [value.getUTCHours(), value.getUTCMinutes(), value.getUTCSeconds()].map(twoDigits).join(":");
  return fraction === "" ? time : `${time}.${fraction}`;
}

function toLowerCase(value: unknown): unknown {
  return typeof value === "string" ? value.toLowerCase() : value;
}

/** Numbers, texts and dates with times as they are; of bytes, the plain array. */
function asRead(value: unknown): unknown {
  if (value instanceof Uint8Array) return bytes.read(value);
  // Without the driver's own property.
  return value instanceof Date ? new Date(value.getTime()) : value;
}
