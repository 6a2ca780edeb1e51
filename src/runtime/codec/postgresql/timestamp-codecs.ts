import type { Codec } from "../../codec.js";
import { infiniteMillis, isValidDate } from "../infinite-date.js";
import { refuseRead, refuseWrite } from "../refuse.js";
import { readTimestampMillis } from "../timestamp-text.js";
import { parseServerTimestamp, toServerTimestamp } from "./server-timestamp.js";

/**
 * `timestamp with time zone`. A `Date` holds milliseconds: further digits are cut off, toward the past. The ends of a `Date`'s range stand for the
 * infinities; an instant beyond them throws.
 */
export const timestamptz: Codec<Date> = {
  name: "timestamptz",
  read: (value) => {
    const millis = readTimestampMillis(value as string);
    return new Date(millis === millis ? millis : readRareMillis("timestamptz", value as string));
  },
  write: (value) => (isValidDate(value) ? toServerTimestamp(value) : refuseWrite("timestamptz", "a valid Date", value)),
  is: isValidDate,
  wide: false,
};

/** `timestamp without time zone`, taken as UTC. Otherwise like `timestamptz`. */
export const timestamp: Codec<Date> = {
  name: "timestamp",
  read: (value) => {
    const millis = readTimestampMillis(value as string);
    return new Date(millis === millis ? millis : readRareMillis("timestamp", value as string));
  },
  write: (value) => (isValidDate(value) ? toServerTimestamp(value) : refuseWrite("timestamp", "a valid Date", value)),
  is: isValidDate,
  wide: false,
};

function readRareMillis(codec: string, text: string): number {
  if (text === "infinity") return infiniteMillis;
  if (text === "-infinity") return -infiniteMillis;
  const parsed = parseServerTimestamp(text);
  if (parsed === null) return refuseRead(codec, "a timestamp (DateStyle = ISO)", text);
  const millis = parsed.seconds * 1000 + Number(parsed.fraction.padEnd(3, "0").slice(0, 3));
  return Math.abs(millis) < infiniteMillis ? millis : refuseRead(codec, "an instant within the range of Date", text);
}
