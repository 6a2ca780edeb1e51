import { fromEpochDay, toEpochDay, toIsoYear } from "../calendar.js";
import { twoDigits } from "../date-text.js";
import { formatTimestamp } from "../format-timestamp.js";
import { infiniteMillis } from "../infinite-date.js";
import { toServerYear } from "./server-date.js";

/** A timestamp of the server in whole seconds since 1970 UTC, and the digits after the point that follow them. */
export interface ServerTimestamp {
  readonly seconds: number;
  /** Up to six digits, without those of value 0 at the end. */
  readonly fraction: string;
}

/** Parses what the server prints under `DateStyle = ISO`, in any zone and with years of any size; null for another form, infinities included. */
export function parseServerTimestamp(text: string): ServerTimestamp | null {
  const match = serverTimestamp.exec(text);
  if (match === null) return null;
  const [
    ,
    year,
    month,
    day,
    hours,
    minutes,
    seconds,
    fraction = "",
    sign,
    zoneHours = 0,
    zoneMinutes = 0,
    zoneSeconds = 0,
    era,
  ] = match;
  const epochDay = toEpochDay(era === undefined ? Number(year) : 1 - Number(year), Number(month), Number(day));
  const offset = toSeconds(zoneHours, zoneMinutes, zoneSeconds) * (sign === "-" ? -1 : 1);
  return { seconds: epochDay * 86_400 + toSeconds(hours, minutes, seconds) - offset, fraction };
}

/** ISO 8601, in UTC and without a zone's mark. */
export function toIsoTimestamp(timestamp: ServerTimestamp): string {
  const epochDay = Math.floor(timestamp.seconds / 86_400);
  const { year, month, day } = fromEpochDay(epochDay);
  const rest = timestamp.seconds - epochDay * 86_400;
  const time = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60].map(twoDigits).join(":");
  const fraction = timestamp.fraction === "" ? "" : `.${timestamp.fraction}`;
  return `${toIsoYear(year)}-${twoDigits(month)}-${twoDigits(day)}T${time}${fraction}`;
}

/** The server's form of a valid `Date`, in UTC. */
export function toServerTimestamp(date: Date): string {
  const time = date.getTime();
  if (time === infiniteMillis) return "infinity";
  if (time === -infiniteMillis) return "-infinity";
  const text = time < yearOneMillis ? null : formatTimestamp(time);
  return text === null ? toServerEra(date.toISOString()) : `${text}+00`;
}

/** The server's form of an ISO 8601 timestamp whose year may be expanded. */
export function toServerEra(text: string): string {
  const yearEnd = text.indexOf("-", 1);
  const { year, suffix } = toServerYear(Number(text.slice(0, yearEnd)));
  return year + text.slice(yearEnd).replace("T", " ").replace("Z", "+00") + suffix;
}

function toSeconds(hours: unknown, minutes: unknown, seconds: unknown): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** 0001-01-01, before which the server counts years backwards. */
const yearOneMillis = -62_135_596_800_000;

const serverTimestamp =
  /^(\d{4,6})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?(?:([+-])(\d\d)(?::(\d\d))?(?::(\d\d))?)?( BC)?$/;
