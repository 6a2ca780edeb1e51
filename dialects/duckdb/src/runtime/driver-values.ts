import {
  DuckDBArrayValue,
  DuckDBBlobValue,
  DuckDBDateValue,
  DuckDBIntervalValue,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  DuckDBTimestampMillisecondsValue,
  DuckDBTimestampNanosecondsValue,
  DuckDBTimestampSecondsValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  DuckDBTimeNSValue,
  DuckDBTimeTZValue,
  DuckDBTimeValue,
  DuckDBUnionValue,
  type DuckDBValue,
} from "@duckdb/node-api";
import { printInterval } from "../codec/interval.js";
import { printDate, printTime, printTimestamp } from "../codec/time-text.js";

/**
 * What the codecs read: primitives, bytes, and arrays of such. Integers of 64 bits and more are bigints; decimals, dates, times, intervals, UUIDs and bits are
 * texts that the database reads too; structs and unions are objects, maps lists of pairs.
 */
export function toDriverValue(value: DuckDBValue): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof DuckDBBlobValue) return value.bytes;
  if (value instanceof DuckDBListValue || value instanceof DuckDBArrayValue) return value.items.map(toDriverValue);
  if (value instanceof DuckDBStructValue)
    return Object.fromEntries(Object.entries(value.entries).map(([name, entry]) => [name, toDriverValue(entry)]));
  if (value instanceof DuckDBMapValue)
    return value.entries.map(({ key, value: entry }) => [toDriverValue(key), toDriverValue(entry)]);
  if (value instanceof DuckDBUnionValue) return { [value.tag]: toDriverValue(value.value) };
  return toTimeText(value) ?? value.toString();
}

/** Null for what is no date, time or interval. */
function toTimeText(value: object): string | null {
  if (value instanceof DuckDBDateValue) return finite(value, () => printDate(value.days));
  if (value instanceof DuckDBTimestampValue) return finite(value, () => printTimestamp(value.micros, micro));
  if (value instanceof DuckDBTimestampTZValue) return finite(value, () => `${printTimestamp(value.micros, micro)}+00`);
  if (value instanceof DuckDBTimestampSecondsValue) return finite(value, () => printTimestamp(value.seconds, 1n));
  if (value instanceof DuckDBTimestampMillisecondsValue)
    return finite(value, () => printTimestamp(value.millis, 1000n));
  if (value instanceof DuckDBTimestampNanosecondsValue) return finite(value, () => printTimestamp(value.nanos, nano));
  if (value instanceof DuckDBTimeValue) return printTime(value.micros, micro);
  if (value instanceof DuckDBTimeNSValue) return printTime(value.nanos, nano);
  if (value instanceof DuckDBTimeTZValue) return `${printTime(value.micros, micro)}${printOffset(value.offset)}`;
  if (value instanceof DuckDBIntervalValue) return printInterval(value.months, value.days, value.micros);
  return null;
}

const micro = 1_000_000n;
const nano = 1_000_000_000n;

/** The driver's own text of an infinity is the database's. */
function finite(value: { readonly isFinite: boolean; toString(): string }, print: () => string): string {
  return value.isFinite ? print() : value.toString();
}

/** `+05:30`, and seconds only where there are some. */
function printOffset(offset: number): string {
  const all = Math.abs(offset);
  const parts = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  const shown = parts[2] === 0 ? (parts[1] === 0 ? parts.slice(0, 1) : parts.slice(0, 2)) : parts;
  return `${offset < 0 ? "-" : "+"}${shown.map((part) => String(part).padStart(2, "0")).join(":")}`;
}
