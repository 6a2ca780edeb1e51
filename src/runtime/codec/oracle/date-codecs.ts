import type { Codec } from "../../codec.js";
import { parseIsoDate, toIsoDate } from "../date-text.js";
import { fromEpochDay, toEpochDay } from "../calendar.js";
import { isMidnight } from "../infinite-date.js";
import { refuseRead, refuseWrite } from "../refuse.js";
import { fromServerDate, toServerDate } from "./server-date.js";

/** DATE without its time of day, as ISO 8601. */
export const date: Codec<string> = {
  name: "date",
  read: (value) => readDate("date", value),
  write: (value) =>
    (typeof value === "string" ? toServerDate(value) : null) ??
    refuseWrite("date", "a date that exists, as YYYY-MM-DD", value),
  is: (value): value is string => typeof value === "string" && toServerDate(value) !== null,
  wide: false,
};

/** The same as a `Date` at midnight UTC. */
export const dateObject: Codec<Date> = {
  name: "dateObject",
  read: (value) => {
    const parsed = parseIsoDate(readDate("dateObject", value));
    const { year, month, day } = parsed ?? refuseRead("dateObject", "a date", value);
    return new Date(toEpochDay(year, month, day) * dayMillis);
  },
  write: (value) =>
    (isMidnight(value) ? toServerDate(toIsoDate(fromEpochDay(value.getTime() / dayMillis))) : null) ??
    refuseWrite("dateObject", "a Date at midnight UTC of the years -4711 to 9999", value),
  is: isMidnight,
  wide: false,
};

function readDate(codec: string, value: unknown): string {
  return (typeof value === "string" ? fromServerDate(value) : null) ?? refuseRead(codec, "the text of a date", value);
}

const dayMillis = 86_400_000;
