import type { Codec } from "../../codec.js";
import { isValidDate } from "../infinite-date.js";
import { refuseRead, refuseWrite } from "../refuse.js";
import { readTimestampMillis } from "../timestamp-text.js";
import { toStoredMillis, toStoredTimestamp } from "./stored-timestamp.js";

/**
 * `DATETIME` and `TIMESTAMP`, in UTC. Stored as `YYYY-MM-DD HH:MM:SS[.SSS]`; reads ISO 8601 with `T` and a zone, seconds since 1970 (integers) and Julian
 * days (reals) too. A `Date` holds milliseconds: further digits are cut off, toward the past.
 */
export const timestamp: Codec<Date> = {
  name: "timestamp",
  read: (value) => readDate("timestamp", value),
  write: (value) => writeDate("timestamp", value),
  is: isStorable,
  wide: false,
};

/** The same, under the name of a type with a time zone. */
export const timestamptz: Codec<Date> = {
  name: "timestamptz",
  read: (value) => readDate("timestamptz", value),
  write: (value) => writeDate("timestamptz", value),
  is: isStorable,
  wide: false,
};

function readDate(codec: string, value: unknown): Date {
  const millis = typeof value === "string" ? readTimestampMillis(value) : NaN;
  const date = new Date(millis === millis ? millis : toStoredMillis(value));
  return isValidDate(date) ? date : refuseRead(codec, "a timestamp", value);
}

function writeDate(codec: string, value: Date): string {
  return (
    (isValidDate(value) ? toStoredTimestamp(value) : null) ??
    refuseWrite(codec, "a valid Date of the years 0 to 9999", value)
  );
}

function isStorable(value: unknown): value is Date {
  return isValidDate(value) && toStoredTimestamp(value) !== null;
}
