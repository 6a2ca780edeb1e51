import type { Codec } from "../../codec.js";
import type { JsonValue } from "../../types/json-value.js";
import { readJsonText, writeJsonText } from "../json-text.js";
import { isJsonValue } from "../json-value.js";
import { refuseRead } from "../refuse.js";

/** JSON as text; numbers are JavaScript's, as `JSON.parse` reads them. JSON's own null reads as null, like the absence of a value. */
export const json: Codec<JsonValue> = {
  name: "json",
  read: (value) => (typeof value === "string" ? readJsonText(value) : readNumber(value)),
  write: writeJsonText,
  is: isJsonValue,
  wide: false,
};

/** A column declared JSON has numeric affinity: SQLite stores a JSON text that is a number as that number. */
function readNumber(value: unknown): number {
  if (typeof value === "number") return value;
  return typeof value === "bigint" ? Number(value) : refuseRead("json", "a JSON text", value);
}
