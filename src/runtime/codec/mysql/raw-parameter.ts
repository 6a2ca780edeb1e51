import type { JsonValue } from "../../types/json-value.js";
import { refuseWrite } from "../refuse.js";
import { bytes } from "./bytes.js";
import { float64 } from "./float-codecs.js";
import { json } from "./json.js";
import { text } from "./text-codecs.js";
import { timestamp } from "./timestamp-codecs.js";

/**
 * A plain JavaScript value as the driver binds it: booleans as 1 and 0, a `Date` as `YYYY-MM-DD HH:MM:SS[.SSS]` in UTC, arrays and other objects as JSON.
 * `undefined` is refused.
 */
export function toRawParameter(value: unknown): unknown {
  if (value === null) return null;
  if (typeof value === "string") return text.write(value);
  if (typeof value === "number") return float64.write(value);
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "bigint") return value;
  if (value instanceof Uint8Array) return bytes.write(value);
  if (value instanceof Date) return timestamp.write(value);
  return typeof value === "object" ? json.write(value as JsonValue) : refuseWrite("parameter", "a value", value);
}
