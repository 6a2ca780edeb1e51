import type { Codec } from "../../codec.js";
import type { JsonValue } from "../../types/json-value.js";
import { readJsonText, writeJsonText } from "../json-text.js";
import { isJsonValue } from "../json-value.js";
import { refuseRead } from "../refuse.js";

/** JSON as text; numbers are JavaScript's, as `JSON.parse` reads them. JSON's own null reads as null, like the absence of a value. */
export const json: Codec<JsonValue> = {
  name: "json",
  read: (value) => (typeof value === "string" ? readJsonText(value) : refuseRead("json", "a JSON text", value)),
  write: writeJsonText,
  is: isJsonValue,
  wide: false,
};
