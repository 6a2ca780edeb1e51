import type { Codec } from "../../codec.js";
import { formatTimestamp } from "../format-timestamp.js";
import { isValidDate } from "../infinite-date.js";
import { refuseRead, refuseWrite } from "../refuse.js";
import { readTimestampMillis } from "../timestamp-text.js";

/** `datetime2`, `datetime` and `smalldatetime`, taken as UTC, selected and sent as text. A `Date` holds milliseconds: further digits are cut off. */
export const timestamp: Codec<Date> = toInstant("timestamp", "");

/** `datetimeoffset`: the instant; its offset is lost. */
export const timestamptz: Codec<Date> = toInstant("timestamptz", "+00:00");

/** Zone is what follows the text of a value that is sent. The form with T is read the same whatever the language of the login. */
function toInstant(name: string, zone: string): Codec<Date> {
  return {
    name,
    read: (value) => {
      // A space before the offset is one of the server's forms.
      const millis = typeof value === "string" ? readTimestampMillis(value.replace(/ (?=[+-])/, "")) : NaN;
      return millis === millis ? new Date(millis) : refuseRead(name, "the text of a date and time", value);
    },
    write: (value) => {
      const text = isStorable(value) ? formatTimestamp(value.getTime()) : null;
      if (text === null) return refuseWrite(name, "a valid Date of the years 1 to 9999", value);
      return text.replace(" ", "T") + zone;
    },
    is: isStorable,
    wide: false,
  };
}

function isStorable(value: unknown): value is Date {
  return isValidDate(value) && value.getTime() >= firstMillis && value.getTime() <= lastMillis;
}

/** 0001-01-01 and the last millisecond of 9999-12-31. */
const firstMillis = -62_135_596_800_000;
const lastMillis = 253_402_300_799_999;
