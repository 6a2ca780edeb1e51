import type { Codec } from "../../codec.js";
import { refuseRead, refuseWrite } from "../refuse.js";
import { isServerDate } from "./server-date.js";
import { trimFraction } from "./trim-fraction.js";

/** `datetime` with every digit, as ISO 8601: `2024-05-06T07:08:09.123456`; dates with zeros are what they are. */
export const timestampString: Codec<string> = {
  name: "timestampString",
  read: (value) => readIso("timestampString", value),
  write: (value) =>
    isIso(value, "") ? toServerForm(value) : refuseWrite("timestampString", "YYYY-MM-DDTHH:MM:SS.ffffff", value),
  is: (value): value is string => isIso(value, ""),
  wide: false,
};

/** `timestamp` with every digit, as ISO 8601 in UTC: `2024-05-06T07:08:09.123456Z`. */
export const timestamptzString: Codec<string> = {
  name: "timestamptzString",
  read: (value) => `${readIso("timestamptzString", value)}Z`,
  write: (value) =>
    isIso(value, "Z") ? toServerForm(value) : refuseWrite("timestamptzString", "YYYY-MM-DDTHH:MM:SS.ffffffZ", value),
  is: (value): value is string => isIso(value, "Z"),
  wide: false,
};

function readIso(codec: string, value: unknown): string {
  if (typeof value !== "string" || value.charCodeAt(10) !== 32) return refuseRead(codec, "a timestamp", value);
  return trimFraction(value.replace(" ", "T"));
}

function isIso(value: unknown, zone: "" | "Z"): value is string {
  if (typeof value !== "string") return false;
  const match = isoTimestamp.exec(value);
  return match !== null && match[2] === zone && isServerDate(match[1]);
}

function toServerForm(text: string): string {
  return text.replace("T", " ").replace("Z", "");
}

const isoTimestamp = /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{0,5}[1-9])?(Z?)$/;
