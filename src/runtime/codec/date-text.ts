import { type CalendarDate, daysInMonth, toIsoYear } from "./calendar.js";

/** Parses `YYYY-MM-DD` or ISO 8601's expanded form; null for anything else, dates that do not exist included. */
export function parseIsoDate(text: string): CalendarDate | null {
  const match = isoDate.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  const exists = day >= 1 && day <= daysInMonth(year, month);
  return exists && toIsoYear(year) === match[1] ? { year, month, day } : null;
}

/** `YYYY-MM-DD`, or ISO 8601's expanded form for years outside 0 to 9999. */
export function toIsoDate(date: CalendarDate): string {
  return `${toIsoYear(date.year)}-${twoDigits(date.month)}-${twoDigits(date.day)}`;
}

export function twoDigits(value: number): string {
  return value < 10 ? `0${String(value)}` : String(value);
}

const isoDate = /^(\d{4}|[+-]\d{6,7})-(\d\d)-(\d\d)$/;
