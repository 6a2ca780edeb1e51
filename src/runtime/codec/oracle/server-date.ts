import { parseIsoDate, toIsoDate, twoDigits } from "../date-text.js";

/**
 * A date as TO_CHAR writes it with the format `SYYYY-MM-DD`: a blank or a minus sign before the year. The year 1 before Christ is -1, as there is no year 0
 * (https://docs.oracle.com/en/database/oracle/oracle-database/23/sqlrf/Format-Models.html); ISO 8601 calls it 0. Null for what is no date of ISO 8601, or
 * one that the server does not hold: 4712 BC to 9999 AD.
 */
export function toServerDate(iso: string): string | null {
  const date = parseIsoDate(iso);
  if (date === null || date.year > 9999 || date.year < -4711) return null;
  const year = date.year > 0 ? date.year : date.year - 1;
  const digits = String(Math.abs(year)).padStart(4, "0");
  return `${year < 0 ? "-" : " "}${digits}-${twoDigits(date.month)}-${twoDigits(date.day)}`;
}

/** The same date as ISO 8601 writes it; null for another form, and for days that exist in the server's Julian calendar alone (29 February 1500). */
export function fromServerDate(text: string): string | null {
  const match = serverDate.exec(text);
  if (match === null) return null;
  const [, sign, digits, month, day] = match;
  const year = sign === "-" ? 1 - Number(digits) : Number(digits);
  const iso = toIsoDate({ year, month: Number(month), day: Number(day) });
  return parseIsoDate(iso) === null ? null : iso;
}

const serverDate = /^([ -]?)(\d{4})-(\d\d)-(\d\d)$/;
