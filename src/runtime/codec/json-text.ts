import type { JsonValue } from "../types/json-value.js";
import { isJsonWritable } from "./json-value.js";
import { refuseRead, refuseWrite } from "./refuse.js";
import { isWellFormed } from "./text-value.js";

/** The value of a JSON text of a column from which nothing keeps other texts out, or only a check. Another text throws. */
export function readJsonText(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return refuseRead("json", "a JSON text", text);
  }
}

/** The JSON text of a value. What JSON cannot hold throws, and so do texts with lone surrogates. */
export function writeJsonText(value: unknown): string {
  if (!isJsonWritable(value)) return refuseWrite("json", "a JSON value", value);
  const text = JSON.stringify(value);
  return isWellFormed(text) ? text : refuseWrite("json", "texts without lone surrogates", value);
}
