import { isJsonWritable } from "../codec/json-value.js";
import { refuseWrite } from "../codec/refuse.js";
import { bytes, float64 } from "../codec/sqlserver/scalar-codecs.js";
import { text } from "../codec/sqlserver/text-codecs.js";
import { timestamp } from "../codec/sqlserver/timestamp-codecs.js";

/**
 * A plain JavaScript value as the driver binds it: a `Date` as `YYYY-MM-DDTHH:MM:SS[.SSS]` in UTC, which converts to every type of dates and times; arrays
 * and other objects as JSON. `undefined` is refused.
 */
export function toRawParameter(value: unknown): unknown {
  if (value === null || typeof value === "boolean" || typeof value === "bigint") return value;
  if (typeof value === "string") return text.write(value);
  if (typeof value === "number") return float64.write(value);
  if (value instanceof Uint8Array) return bytes.write(value);
  if (value instanceof Date) return timestamp.write(value);
  if (typeof value !== "object") return refuseWrite("parameter", "a value", value);
  return isJsonWritable(value) ? JSON.stringify(value) : refuseWrite("parameter", "a JSON value", value);
}
