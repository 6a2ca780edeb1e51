import { toDigits } from "../codec/oracle/number-text.js";
import { float32 } from "../codec/oracle/float-codecs.js";
import { bytes, json } from "../codec/oracle/scalar-codecs.js";
import { toObjects } from "../raw-sql/to-objects.js";
import type { OracleColumn, OracleResult } from "./oracle-query.js";

/**
 * Rows of raw SQL as objects by column label. Integers are numbers where exact, and bigints beyond; columns that declare digits after the point give all of them as text,
 * and expressions that declare nothing a number where it is exact, else text. DATE and TIMESTAMP are taken as UTC, as in a repository, by milliseconds.
 */
export function toRawObjects({ rows, columns }: OracleResult): readonly object[] {
  const labels = columns.map(({ name }) => name);
  return toObjects(labels, rows, (column) => readerOf(columns[column]));
}

function readerOf(column: OracleColumn | undefined): (value: unknown) => unknown {
  const readNumber = (column?.scale ?? 0) > 0 ? toDecimal : toNumber;
  return readers.get(column?.dbTypeName ?? "") ?? (column?.dbTypeName === "NUMBER" ? readNumber : asRead);
}

/** By the driver's names of types: https://node-oracledb.readthedocs.io/en/latest/api_manual/oracledb.html, "Oracle Database Type Constants". */
const readers: ReadonlyMap<string, (value: unknown) => unknown> = new Map([
  ["BINARY_FLOAT", float32.read],
  ["JSON", json.read],
  ["DATE", asUtc],
  ["TIMESTAMP", asUtc],
]);

function toNumber(value: unknown): unknown {
  const digits = toDigits(value);
  if (digits === null) return value;
  const number = Number(digits);
  if (!digits.includes(".")) return Number.isSafeInteger(number) ? number : BigInt(digits);
  return String(number) === digits ? number : digits;
}

function toDecimal(value: unknown): unknown {
  return toDigits(value) ?? value;
}

/**
 * The driver takes what has no zone for the time of this place, so that its own fields are what the server said; a time that this place left out, as its clocks went
 * forward, is moved by an hour.
 */
function asUtc(value: unknown): unknown {
  if (!(value instanceof Date)) return value;
  const date = new Date(0);
  date.setUTCFullYear(value.getFullYear(), value.getMonth(), value.getDate());
  date.setUTCHours(value.getHours(), value.getMinutes(), value.getSeconds(), value.getMilliseconds());
  return date;
}

function asRead(value: unknown): unknown {
  return value instanceof Uint8Array ? bytes.read(value) : value;
}
