import type { Codec } from "../../codec.js";
import { toEpochDay } from "../calendar.js";
import { parseIsoDate } from "../date-text.js";
import { isMidnight } from "../infinite-date.js";
import { refuseRead, refuseWrite } from "../refuse.js";
import { formatTimestamp } from "../format-timestamp.js";
import { isServerDate } from "./server-date.js";

/** `date`, as `YYYY-MM-DD`; dates with zeros in the place of a day or a month are what they are (docs/decisions/0015). */
export const date: Codec<string> = {
  name: "date",
  read: (value) => (typeof value === "string" ? value : refuseRead("date", "a date", value)),
  write: (value) => (isServerDate(value) ? value : refuseWrite("date", "a date that exists, as YYYY-MM-DD", value)),
  is: isServerDate,
  wide: false,
};

/** `date` as a `Date` at midnight UTC; a date with zeros throws. */
export const dateObject: Codec<Date> = {
  name: "dateObject",
  read: (value) => {
    const parsed = typeof value === "string" ? parseIsoDate(value) : null;
    if (parsed === null) return refuseRead("dateObject", "a date that exists (no zeros for day or month)", value);
    return new Date(toEpochDay(parsed.year, parsed.month, parsed.day) * 86_400_000);
  },
  write: (value) =>
    isStorable(value)
      ? value.toISOString().slice(0, 10)
      : refuseWrite("dateObject", "a Date at midnight UTC of the years 0 to 9999", value),
  is: isStorable,
  wide: false,
};

function isStorable(value: unknown): value is Date {
  return isMidnight(value) && formatTimestamp(value.getTime()) !== null;
}
