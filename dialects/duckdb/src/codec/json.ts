import { isJsonValue, readJsonText, refuseRead, writeJsonText, type Codec } from "tablewright/dialect";
import type { JsonValue } from "tablewright/runtime";

/** `JSON`: numbers are JavaScript's, as `JSON.parse` reads them. JSON's own null reads as null, like the absence of a value. */
export const json: Codec<JsonValue> = {
  name: "json",
  read: (value) => (typeof value === "string" ? readJsonText(value) : refuseRead("json", "a JSON text", value)),
  write: writeJsonText,
  is: isJsonValue,
  wide: false,
};
