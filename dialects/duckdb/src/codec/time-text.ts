import { fromEpochDay, toEpochDay, type CalendarDate } from "tablewright/dialect";

/**
 * Dates and times as the driver values of this package: texts as DuckDB itself prints and reads them. `2024-02-29 12:34:56.5`, `0044-03-15 (BC) 12:00:00`,
 * `infinity`; with `+00` behind it where the type has a zone.
 */
export function printTimestamp(units: bigint, perSecond: bigint): string {
  const perDay = 86_400n * perSecond;
  const day = floorDivide(units, perDay);
  return `${printDate(Number(day))} ${printTime(units - day * perDay, perSecond)}`;
}

/** A day since 1970-01-01. */
export function printDate(epochDay: number): string {
  const { year, month, day } = fromEpochDay(epochDay);
  const isBefore = year <= 0;
  const date = `${String(isBefore ? 1 - year : year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}`;
  return isBefore ? `${date} (BC)` : date;
}

/** A time of day, without zeros at the end of its fraction. */
export function printTime(units: bigint, perSecond: bigint): string {
  const seconds = Number(units / perSecond);
  const rest = units % perSecond;
  const digits = String(perSecond).length - 1;
  const fraction = rest === 0n ? "" : `.${String(rest).padStart(digits, "0").replace(/0+$/, "")}`;
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits).join(":");
  return `${clock}${fraction}`;
}

/** A timestamp taken apart. */
export interface TimestampParts {
  readonly date: CalendarDate;
  /** `12:34:56`. */
  readonly clock: string;
  /** With its point; empty for none. */
  readonly fraction: string;
}

/** Null for `infinity`, `-infinity` and what is no timestamp. */
export function parseTimestamp(text: string): TimestampParts | null {
  const match = /^(\d+)-(\d\d)-(\d\d)( \(BC\))?(?: (\d\d:\d\d:\d\d)(\.\d+)?(?:\+00)?)?$/.exec(text);
  if (match === null) return null;
  const [, year = "", month = "", day = "", before, clock = "00:00:00", fraction = ""] = match;
  const number = before === undefined ? Number(year) : 1 - Number(year);
  return { date: { year: number, month: Number(month), day: Number(day) }, clock, fraction };
}

/** Milliseconds since 1970, further digits cut off toward the past. */
export function toMillis({ date, clock, fraction }: TimestampParts): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(":").map(Number);
  const millis = Number(fraction.slice(1, 4).padEnd(3, "0"));
  return (
    toEpochDay(date.year, date.month, date.day) * 86_400_000 + ((hours * 60 + minutes) * 60 + seconds) * 1000 + millis
  );
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value % by < 0n ? quotient - 1n : quotient;
}
