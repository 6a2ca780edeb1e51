import { parseIsoDate } from "../date-text.js";
import { formatTimestamp } from "../format-timestamp.js";
import { readTimestampMillis } from "../timestamp-text.js";

/**
 * Milliseconds since 1970 of what a date or timestamp column may hold: `YYYY-MM-DD[ HH:MM[:SS[.f…]]]` with a `T` or a zone where it has them, UTC
 * otherwise; an integer of seconds since 1970; a real of Julian days. NaN for anything else.
 */
export function toStoredMillis(value: unknown): number {
  if (typeof value === "bigint") return Number(value) * 1000;
  if (typeof value === "string") return readTextMillis(value);
  if (typeof value !== "number") return NaN;
  return Number.isInteger(value) ? value * 1000 : Math.round((value - julianDayOf1970) * 86_400_000);
}

/** `YYYY-MM-DD HH:MM:SS[.SSS]` in UTC; null where the year is not one of SQLite's, 0 to 9999. */
export function toStoredTimestamp(date: Date): string | null {
  return formatTimestamp(date.getTime());
}

function readTextMillis(text: string): number {
  const millis = readTimestampMillis(text);
  if (millis === millis) return millis;
  const match = shortTimestamp.exec(text);
  if (match === null || parseIsoDate(match[1] ?? "") === null) return NaN;
  const [, date = "", time = "00:00", zone = ""] = match;
  return readTimestampMillis(`${date} ${time}:00${zone}`);
}

const julianDayOf1970 = 2_440_587.5;
/** What is shorter than the form with seconds. */
const shortTimestamp = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d) ?(Z|[+-]\d\d:\d\d)?)?$/;
