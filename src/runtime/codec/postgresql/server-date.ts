import type { CalendarDate } from "../calendar.js";
import { parseIsoDate, twoDigits } from "../date-text.js";

/** Parses a date as the server prints it under `DateStyle = ISO`: the year 44 BC is `0044-03-15 BC`. Null for another form. */
export function parseServerDate(text: string): CalendarDate | null {
  const match = serverDate.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  return { year: match[4] === undefined ? year : 1 - year, month: Number(match[2]), day: Number(match[3]) };
}

/** The server's form of a date of ISO 8601; null for a text that is none. */
export function toServerDate(text: string): string | null {
  const date = parseIsoDate(text);
  if (date === null) return null;
  const { year, suffix } = toServerYear(date.year);
  return `${year}-${twoDigits(date.month)}-${twoDigits(date.day)}${suffix}`;
}

/** The server counts years before Christ, and has no year 0. */
export function toServerYear(year: number): { readonly year: string; readonly suffix: "" | " BC" } {
  return { year: String(year > 0 ? year : 1 - year).padStart(4, "0"), suffix: year > 0 ? "" : " BC" };
}

const serverDate = /^(\d{4,7})-(\d\d)-(\d\d)( BC)?$/;
