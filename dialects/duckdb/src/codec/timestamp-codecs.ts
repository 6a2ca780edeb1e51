import {
  infiniteMillis,
  isValidDate,
  parseIsoDate,
  refuseRead,
  refuseWrite,
  toEpochDay,
  toIsoDate,
  type Codec,
} from "tablewright/dialect";
import { isInfinity } from "./date-codecs.js";
import { parseTimestamp, printDate, printTimestamp, toMillis } from "./time-text.js";

/** `TIMESTAMP` of every precision, taken as UTC. A `Date` holds milliseconds: further digits are cut off, toward the past. */
export const timestamp: Codec<Date> = instantCodec("timestamp", "");

/** `TIMESTAMP WITH TIME ZONE`. */
export const timestamptz: Codec<Date> = instantCodec("timestamptz", "+00");

/** `TIMESTAMP` with every digit, as ISO 8601 writes it: `2024-02-29T12:34:56.123456`. */
export const timestampString: Codec<string> = textCodec("timestampString", "", "");

/** The same with a zone: `2024-02-29T12:34:56.123456Z`. */
export const timestamptzString: Codec<string> = textCodec("timestamptzString", "Z", "+00");

function instantCodec(name: string, zone: string): Codec<Date> {
  return {
    name,
    read: (value) => {
      if (isInfinity(value)) return new Date(value === "infinity" ? infiniteMillis : -infiniteMillis);
      const parts = typeof value === "string" ? parseTimestamp(value) : null;
      return parts === null ? refuseRead(name, "a timestamp", value) : new Date(toMillis(parts));
    },
    write: (value) => {
      if (!isValidDate(value)) return refuseWrite(name, "a valid Date", value);
      const millis = value.getTime();
      if (Math.abs(millis) === infiniteMillis) return millis > 0 ? "infinity" : "-infinity";
      return `${printTimestamp(BigInt(millis), 1000n)}${zone}`;
    },
    is: isValidDate,
    wide: false,
  };
}

/** @param iso what stands behind a timestamp in ISO 8601 @param zone and in DuckDB */
function textCodec(name: string, iso: string, zone: string): Codec<string> {
  const expected = `a timestamp, as YYYY-MM-DDTHH:MM:SS.ffffff${iso}`;
  const toStored = (value: unknown): string | null => {
    if (isInfinity(value)) return value;
    const match = typeof value === "string" ? isoTimestamp.exec(value) : null;
    if (match === null || (iso === "" && match[4] !== undefined)) return null;
    const given = parseIsoDate(match[1] ?? "");
    if (given === null) return null;
    const date = printDate(toEpochDay(given.year, given.month, given.day));
    return `${date} ${match[2] ?? ""}${(match[3] ?? "").replace(/\.?0*$/, "")}${zone}`;
  };
  return {
    name,
    read: (value) => {
      if (isInfinity(value)) return value;
      const parts = typeof value === "string" ? parseTimestamp(value) : null;
      if (parts === null) return refuseRead(name, "a timestamp", value);
      return `${toIsoDate(parts.date)}T${parts.clock}${parts.fraction}${iso}`;
    },
    write: (value) => toStored(value) ?? refuseWrite(name, expected, value),
    is: (value): value is string => toStored(value) !== null,
    wide: false,
  };
}

/** The date, the clock, the fraction and the zone, which is UTC. */
const isoTimestamp = /^(\S{10,13})[T ]((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(\.\d{1,9})?(Z|\+00(?::?00)?)?$/;
