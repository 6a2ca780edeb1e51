import type { Codec } from "../../codec.js";
import type { JsonValue } from "../../types/json-value.js";
import { isJsonValue, isJsonWritable } from "../json-value.js";
import { refuseWrite } from "../refuse.js";

/** `json` and `jsonb`; numbers are JavaScript's, as `JSON.parse` reads them. JSON's own null reads as null, like the absence of a value. */
export const json: Codec<JsonValue> = {
  name: "json",
  read: (value) => JSON.parse(value as string) as JsonValue,
  write: (value) => (isJsonWritable(value) ? JSON.stringify(value) : refuseWrite("json", "a JSON value", value)),
  is: isJsonValue,
  wide: false,
};
