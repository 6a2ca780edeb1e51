import type { Codec } from "../../codec.js";
import { formatTimestamp } from "../format-timestamp.js";
import { isValidDate } from "../infinite-date.js";
import { refuseRead, refuseWrite } from "../refuse.js";
import { readTimestampMillis } from "../timestamp-text.js";

/**
 * `datetime`, taken as UTC. A `Date` holds milliseconds: further digits are cut off, toward the past. The server rounds to the digits that the column has.
 * A date with zeros throws (docs/decisions/0015).
 */
export const timestamp: Codec<Date> = {
  name: "timestamp",
  read: (value) => readDate("timestamp", value),
  write: (value) => writeDate("timestamp", value),
  is: isStorable,
  wide: false,
};

/** `timestamp`: the session's zone is UTC. Otherwise like `datetime`. */
export const timestamptz: Codec<Date> = {
  name: "timestamptz",
  read: (value) => readDate("timestamptz", value),
  write: (value) => writeDate("timestamptz", value),
  is: isStorable,
  wide: false,
};

/** The driver's text, or milliseconds: see `PrepareOptions.instants`. */
function readDate(codec: string, value: unknown): Date {
  const millis = typeof value === "number" ? value : typeof value === "string" ? readTimestampMillis(value) : NaN;
  if (millis === millis) return new Date(millis);
  return refuseRead(codec, 'a date that exists (the type rule "string" takes zeros for day or month)', value);
}

function writeDate(codec: string, value: Date): string {
  return (
    (isValidDate(value) ? formatTimestamp(value.getTime()) : null) ??
    refuseWrite(codec, "a valid Date of the years 0 to 9999", value)
  );
}

function isStorable(value: unknown): value is Date {
  return isValidDate(value) && formatTimestamp(value.getTime()) !== null;
}
