import type { Codec } from "../../codec.js";
import { toEpochDay } from "../calendar.js";
import { parseIsoDate, toIsoDate } from "../date-text.js";
import { infiniteMillis, isMidnight } from "../infinite-date.js";
import { refuseRead, refuseWrite } from "../refuse.js";
import { parseServerDate, toServerDate } from "./server-date.js";
import { toServerTimestamp } from "./server-timestamp.js";

/** `date` as ISO 8601; `infinity` and `-infinity` stay what they are. */
export const date: Codec<string> = {
  name: "date",
  read: (value) => {
    const text = value as string;
    return text.length === 10 && text.charCodeAt(4) === 45 ? text : readRareDate(text);
  },
  write: (value) => {
    if (infinities.has(value)) return value;
    return (
      (typeof value === "string" ? toServerDate(value) : null) ??
      refuseWrite("date", "a date that exists, as YYYY-MM-DD", value)
    );
  },
  is: (value): value is string => infinities.has(value) || (typeof value === "string" && parseIsoDate(value) !== null),
  wide: false,
};

/** `date` as a `Date` at midnight UTC; the ends of a `Date`'s range stand for the infinities. */
export const dateObject: Codec<Date> = {
  name: "dateObject",
  read: (value) => new Date(readMidnight(value as string)),
  write: (value) => {
    if (!isMidnight(value)) return refuseWrite("dateObject", "a Date at midnight UTC", value);
    return toServerTimestamp(value).replace(/[T ][\d:.]+(?:Z|\+00)/, "");
  },
  is: isMidnight,
  wide: false,
};

function readRareDate(text: string): string {
  if (infinities.has(text)) return text;
  const parsed = parseServerDate(text);
  return parsed === null ? refuseRead("date", "a date (DateStyle = ISO)", text) : toIsoDate(parsed);
}

function readMidnight(text: string): number {
  if (text === "infinity") return infiniteMillis;
  if (text === "-infinity") return -infiniteMillis;
  const parsed = parseServerDate(text);
  if (parsed === null) return refuseRead("dateObject", "a date (DateStyle = ISO)", text);
  const millis = toEpochDay(parsed.year, parsed.month, parsed.day) * 86_400_000;
  return Math.abs(millis) < infiniteMillis ? millis : refuseRead("dateObject", "a date within the range of Date", text);
}

const infinities: ReadonlySet<unknown> = new Set(["infinity", "-infinity"]);
