import type { Codec } from "../../codec.js";
import { parseIsoDate } from "../date-text.js";
import { refuseRead, refuseWrite } from "../refuse.js";
import { parseServerTimestamp, toIsoTimestamp, toServerEra } from "./server-timestamp.js";

/** `timestamp without time zone` with every digit, as ISO 8601: `2024-05-06T07:08:09.123456`; `infinity` and `-infinity` stay what they are. */
export const timestampString: Codec<string> = {
  name: "timestampString",
  read: (value) => readIso("timestampString", value as string),
  write: (value) =>
    isIsoTimestamp(value, "")
      ? toServerForm(value)
      : refuseWrite("timestampString", "YYYY-MM-DDTHH:MM:SS.ffffff", value),
  is: (value): value is string => isIsoTimestamp(value, ""),
  wide: false,
};

/** `timestamp with time zone` with every digit, as ISO 8601 in UTC: `2024-05-06T07:08:09.123456Z`. */
export const timestamptzString: Codec<string> = {
  name: "timestamptzString",
  read: (value) => {
    const text = readIso("timestamptzString", value as string);
    return infinities.has(text) ? text : `${text}Z`;
  },
  write: (value) =>
    isIsoTimestamp(value, "Z")
      ? toServerForm(value)
      : refuseWrite("timestamptzString", "YYYY-MM-DDTHH:MM:SS.ffffffZ", value),
  is: (value): value is string => isIsoTimestamp(value, "Z"),
  wide: false,
};

function readIso(codec: string, text: string): string {
  if (infinities.has(text)) return text;
  const parsed = parseServerTimestamp(text);
  return parsed === null ? refuseRead(codec, "a timestamp (DateStyle = ISO)", text) : toIsoTimestamp(parsed);
}

function isIsoTimestamp(value: unknown, zone: "" | "Z"): value is string {
  if (typeof value !== "string") return false;
  if (infinities.has(value)) return true;
  const match = isoTimestamp.exec(value);
  return match !== null && match[2] === zone && parseIsoDate(match[1] ?? "") !== null;
}

function toServerForm(text: string): string {
  return infinities.has(text) ? text : toServerEra(text);
}

const infinities: ReadonlySet<string> = new Set(["infinity", "-infinity"]);
const isoTimestamp = /^([+-]?\d{4,6}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{0,5}[1-9])?(Z?)$/;
