import {
  infiniteMillis,
  isMidnight,
  parseIsoDate,
  refuseRead,
  refuseWrite,
  toEpochDay,
  toIsoDate,
  type Codec,
} from "tablewright/dialect";
import { parseTimestamp, printDate, toMillis } from "./time-text.js";

const expected = "a date that exists, as YYYY-MM-DD, or infinity";

/** `DATE` as `YYYY-MM-DD`, an expanded year of ISO 8601, or `infinity` and `-infinity`. */
export const date: Codec<string> = {
  name: "date",
  read: (value) => {
    if (isInfinity(value)) return value;
    const parts = typeof value === "string" ? parseTimestamp(value) : null;
    return parts === null ? refuseRead("date", "a date", value) : toIsoDate(parts.date);
  },
  write: (value) => {
    if (isInfinity(value)) return value;
    const given = typeof value === "string" ? parseIsoDate(value) : null;
    return given === null
      ? refuseWrite("date", expected, value)
      : printDate(toEpochDay(given.year, given.month, given.day));
  },
  is: (value): value is string => isInfinity(value) || (typeof value === "string" && parseIsoDate(value) !== null),
  wide: false,
};

/** The same as a `Date` at midnight UTC; the first and the last `Date` there are stand for the infinities. */
export const dateObject: Codec<Date> = {
  name: "dateObject",
  read: (value) => {
    if (isInfinity(value)) return new Date(value === "infinity" ? infiniteMillis : -infiniteMillis);
    const parts = typeof value === "string" ? parseTimestamp(value) : null;
    return parts === null ? refuseRead("dateObject", "a date", value) : new Date(toMillis(parts));
  },
  write: (value) => {
    if (!isMidnight(value)) return refuseWrite("dateObject", "a Date at midnight UTC", value);
    const millis = value.getTime();
    if (Math.abs(millis) === infiniteMillis) return millis > 0 ? "infinity" : "-infinity";
    return printDate(millis / 86_400_000);
  },
  is: isMidnight,
  wide: false,
};

export function isInfinity(value: unknown): value is "infinity" | "-infinity" {
  return value === "infinity" || value === "-infinity";
}
