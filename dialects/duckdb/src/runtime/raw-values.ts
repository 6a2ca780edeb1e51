import { DuckDBTypeId, type DuckDBType } from "@duckdb/node-api";
import { json } from "../codec/json.js";
import { interval } from "../codec/interval.js";
import { date } from "../codec/date-codecs.js";
import { timestamp, timestamptz } from "../codec/timestamp-codecs.js";

/** How raw SQL reads the values of a column: integers as numbers where a number holds them, timestamps as `Date`, JSON as values. */
export function toRawReader(type: DuckDBType): (value: unknown) => unknown {
  if (type.alias === "JSON") return json.read;
  return readers.get(type.typeId) ?? fromDriver;
}

const readers = new Map<DuckDBTypeId, (value: unknown) => unknown>([
  [DuckDBTypeId.DATE, date.read],
  [DuckDBTypeId.TIMESTAMP, timestamp.read],
  [DuckDBTypeId.TIMESTAMP_S, timestamp.read],
  [DuckDBTypeId.TIMESTAMP_MS, timestamp.read],
  [DuckDBTypeId.TIMESTAMP_NS, timestamp.read],
  [DuckDBTypeId.TIMESTAMP_TZ, timestamptz.read],
  [DuckDBTypeId.INTERVAL, interval.read],
]);

function fromDriver(value: unknown): unknown {
  if (typeof value !== "bigint") return value;
  return value >= -maxSafe && value <= maxSafe ? Number(value) : value;
}

const maxSafe = BigInt(Number.MAX_SAFE_INTEGER);

/** A value of a program as a driver value. */
export function toRawParameter(value: unknown): unknown {
  if (value instanceof Date) return timestamptz.write(value);
  if (Array.isArray(value)) return value.map(toRawParameter);
  const isPlain = typeof value === "object" && value !== null && !(value instanceof Uint8Array);
  return isPlain ? json.write(value as Parameters<typeof json.write>[0]) : value;
}
