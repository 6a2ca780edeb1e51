import type { Codec } from "../../codec.js";
import { parseIsoDate } from "../date-text.js";
import { isMidnight } from "../infinite-date.js";
import { refuseRead, refuseWrite } from "../refuse.js";
import { toStoredMillis, toStoredTimestamp } from "./stored-timestamp.js";

/** `DATE`, stored as `YYYY-MM-DD`; a timestamp, in whatever form, reads as a date when it is midnight, and throws otherwise. */
export const date: Codec<string> = {
  name: "date",
  read: (value) => {
    if (typeof value === "string" && value.length === 10 && value.charCodeAt(4) === 45) return value;
    return (toStoredTimestamp(new Date(readMidnight("date", value))) ?? refuseRead("date", "a date", value)).slice(
      0,
      10,
    );
  },
  write: (value) => (isShortDate(value) ? value : refuseWrite("date", "a date that exists, as YYYY-MM-DD", value)),
  is: isShortDate,
  wide: false,
};

/** `DATE` as a `Date` at midnight UTC. */
export const dateObject: Codec<Date> = {
  name: "dateObject",
  read: (value) => new Date(readMidnight("dateObject", value)),
  write: (value) =>
    isStorable(value)
      ? value.toISOString().slice(0, 10)
      : refuseWrite("dateObject", "a Date at midnight UTC of the years 0 to 9999", value),
  is: isStorable,
  wide: false,
};

function readMidnight(codec: string, value: unknown): number {
  const millis = toStoredMillis(value);
  const midnight = millis % 86_400_000 === 0 && Math.abs(millis) <= 8.64e15;
  return midnight ? millis : refuseRead(codec, "a date without a time of day", value);
}

/** SQLite's own functions know the years 0 to 9999. */
function isShortDate(value: unknown): value is string {
  return typeof value === "string" && value.length === 10 && parseIsoDate(value) !== null;
}

function isStorable(value: unknown): value is Date {
  return isMidnight(value) && toStoredTimestamp(value) !== null;
}
