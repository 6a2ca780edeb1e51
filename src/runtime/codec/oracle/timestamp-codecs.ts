import type { Codec } from "../../codec.js";
import { fromEpochDay } from "../calendar.js";
import { toIsoDate, twoDigits } from "../date-text.js";
import { isValidDate } from "../infinite-date.js";
import { refuseRead, refuseWrite } from "../refuse.js";
import { readTimestampMillis } from "../timestamp-text.js";
import { fromServerDate, toServerDate } from "./server-date.js";

/** What follows an instant in the texts that are selected and sent. */
const utc = " +00:00";

/** DATE with its time of day, and TIMESTAMP, taken as UTC. A `Date` holds milliseconds: further digits are cut off, toward the past. */
export const timestamp: Codec<Date> = toInstant("timestamp", "");

/** TIMESTAMP WITH TIME ZONE and WITH LOCAL TIME ZONE: the instant; the zone is lost. */
export const timestamptz: Codec<Date> = toInstant("timestamptz", utc);

/** DATE and TIMESTAMP with every digit, up to nine after the point, as ISO 8601: `2024-05-06T07:08:09.123456789`. */
export const timestampString: Codec<string> = toEveryDigit("timestampString", { zone: "", iso: "" });

/** The types with a zone, as ISO 8601 in UTC: `2024-05-06T07:08:09.123456789Z`. */
export const timestamptzString: Codec<string> = toEveryDigit("timestamptzString", { zone: utc, iso: "Z" });

function toInstant(name: string, end: string): Codec<Date> {
  return {
    name,
    read: (value) => {
      const iso = toIso(value, end);
      const millis = iso === null ? NaN : toMillis(iso);
      return millis === millis ? new Date(millis) : refuseRead(name, "the text of a date and time", value);
    },
    write: (value) =>
      (isValidDate(value) ? toServerText(fromMillis(value.getTime()), end) : null) ??
      refuseWrite(name, "a valid Date of the years -4711 to 9999", value),
    is: isValidDate,
    wide: false,
  };
}

function toEveryDigit(
  name: string,
  { zone: end, iso: mark }: { readonly zone: string; readonly iso: string },
): Codec<string> {
  const toServer = (value: unknown): string | null => {
    const match = typeof value === "string" ? isoTimestamp.exec(value) : null;
    return match === null || match[4] !== mark ? null : toServerText(match, end);
  };
  return {
    name,
    read: (value) => {
      const iso = toIso(value, end);
      return iso === null ? refuseRead(name, "the text of a date and time", value) : iso + mark;
    },
    write: (value) => toServer(value) ?? refuseWrite(name, `YYYY-MM-DDTHH:MM:SS.fffffffff${mark}`, value),
    is: (value): value is string => toServer(value) !== null,
    wide: false,
  };
}

/** The server's text as ISO 8601, without zeros at the end of the fraction; null for another form. */
function toIso(value: unknown, end: string): string | null {
  const match = typeof value === "string" ? serverTimestamp.exec(value) : null;
  if (match === null || (match[4] ?? "") !== end) return null;
  const [, day = "", time = "", fraction = ""] = match;
  const date = fromServerDate(day);
  const digits = fraction.replace(/0+$/, "");
  return date === null ? null : `${date}T${time}${digits === "" ? "" : `.${digits}`}`;
}

/** Parts of ISO 8601, as `isoTimestamp` finds them, in the server's form: always with nine digits. */
function toServerText([, day = "", time = "", fraction = ""]: readonly string[], end: string): string | null {
  const date = toServerDate(day);
  return date === null ? null : `${date} ${time}.${fraction.padEnd(9, "0")}${end}`;
}

function toMillis(iso: string): number {
  const millis = readTimestampMillis(iso);
  // Years before Christ are written with six digits.
  return millis === millis ? millis : Date.parse(`${iso.replace(/(\.\d{3})\d+$/, "$1")}Z`);
}

function fromMillis(millis: number): readonly string[] {
  const epochDay = Math.floor(millis / 86_400_000);
  const rest = millis - epochDay * 86_400_000;
  const seconds = Math.floor(rest / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return ["", toIsoDate(fromEpochDay(epochDay)), parts.map(twoDigits).join(":"), String(rest % 1000).padStart(3, "0")];
}

const serverTimestamp = /^([ -]?\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)\.(\d{9})( \+00:00)?$/;
const isoTimestamp = /^([+-]?\d{4,6}-\d\d-\d\d)T((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.(\d{0,8}[1-9]))?(Z?)$/;
