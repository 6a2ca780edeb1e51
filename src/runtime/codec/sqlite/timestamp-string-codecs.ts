import type { Codec } from "../../codec.js";
import { refuseRead, refuseWrite } from "../refuse.js";
import { toStoredMillis, toStoredTimestamp } from "./stored-timestamp.js";

/** `DATETIME` and `TIMESTAMP` as the text that is stored, with every digit; a number reads as `YYYY-MM-DD HH:MM:SS[.SSS]`. */
export const timestampString: Codec<string> = {
  name: "timestampString",
  read: (value) => (typeof value === "string" ? value : readNumber("timestampString", value)),
  write: (value) => (isTimestampText(value) ? value : refuseWrite("timestampString", "YYYY-MM-DD HH:MM:SS", value)),
  is: isTimestampText,
  wide: false,
};

/** The same, under the name of a type with a time zone. */
export const timestamptzString: Codec<string> = {
  name: "timestamptzString",
  read: (value) => (typeof value === "string" ? value : readNumber("timestamptzString", value)),
  write: (value) => (isTimestampText(value) ? value : refuseWrite("timestamptzString", "YYYY-MM-DD HH:MM:SS", value)),
  is: isTimestampText,
  wide: false,
};

function readNumber(codec: string, value: unknown): string {
  const millis = toStoredMillis(value);
  const text = Math.abs(millis) <= 8.64e15 ? toStoredTimestamp(new Date(millis)) : null;
  return text ?? refuseRead(codec, "a timestamp", value);
}

function isTimestampText(value: unknown): value is string {
  return typeof value === "string" && !Number.isNaN(toStoredMillis(value));
}
