import type { Codec } from "../../codec.js";
import type { JsonValue } from "../../types/json-value.js";
import { isJsonValue, isJsonWritable } from "../json-value.js";
import { refuseRead, refuseWrite } from "../refuse.js";
import { isWellFormed } from "../text-value.js";

/** JSON as text; numbers are JavaScript's, as `JSON.parse` reads them. JSON's own null reads as null, like the absence of a value. */
export const json: Codec<JsonValue> = {
  name: "json",
  read: (value) => (typeof value === "string" ? parseStored(value) : refuseRead("json", "a JSON text", value)),
  write: (value) => (isJsonWritable(value) ? toJsonText(value) : refuseWrite("json", "a JSON value", value)),
  is: isJsonValue,
  wide: false,
};

/** MariaDB keeps JSON as text, from which only a check keeps other texts out. */
function parseStored(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return refuseRead("json", "a JSON text", text);
  }
}

function toJsonText(value: JsonValue): string {
  const text = JSON.stringify(value);
  return isWellFormed(text) ? text : refuseWrite("json", "texts without lone surrogates", value);
}
