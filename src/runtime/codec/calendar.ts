/** Days from 1970-01-01 to a date of the proleptic Gregorian calendar; the year 0 is 1 BC. */
export function toEpochDay(year: number, month: number, day: number): number {
  // The last year whose 29 February lies behind the date.
  const past = month > 2 ? year : year - 1;
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) - leapDaysBefore1970;
  return 365 * (year - 1970) + leapDays + (daysBeforeMonth[month] ?? 0) + day - 1;
}

/** A date of the proleptic Gregorian calendar; the year 0 is 1 BC. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The date that lies so many days after 1970-01-01. */
export function fromEpochDay(epochDay: number): CalendarDate {
  let year = 1970 + Math.floor(epochDay / 365.2425);
  let start = toEpochDay(year, 1, 1);
  if (start > epochDay) start = toEpochDay(--year, 1, 1);
  else if (epochDay - start > 364 && toEpochDay(year + 1, 1, 1) <= epochDay) start = toEpochDay(++year, 1, 1);
  let dayOfYear = epochDay - start;
  if (dayOfYear > 58 && isLeapYear(year)) {
    if (dayOfYear === 59) return { year, month: 2, day: 29 };
    dayOfYear--;
  }
  // No month has more than 31 days: the quotient is the month, or the one before it.
  let month = (dayOfYear >> 5) + 1;
  if (dayOfYear >= (daysBeforeMonth[month + 1] ?? 365)) month++;
  return { year, month, day: dayOfYear - (daysBeforeMonth[month] ?? 0) + 1 };
}

/** How many days a month has; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return monthLengths[month] ?? 0;
}

/** A year as ISO 8601 writes it: four digits, or a sign and at least six. */
export function toIsoYear(year: number): string {
  if (year >= 0 && year <= 9999) return String(year).padStart(4, "0");
  return (year < 0 ? "-" : "+") + String(Math.abs(year)).padStart(6, "0");
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

const leapDaysBefore1970 = 477;
const monthLengths = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const daysBeforeMonth = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
