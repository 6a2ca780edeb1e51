import type { JsonValue } from "../types/json-value.js";
import { refuseWrite } from "../codec/refuse.js";
import { bytes, json } from "../codec/oracle/scalar-codecs.js";
import { text } from "../codec/oracle/text-codecs.js";

/**
 * A plain JavaScript value as the driver binds it: booleans as 1 and 0, a `Date` as `YYYY-MM-DD HH:MM:SS.SSS` in UTC, for `to_timestamp(:1, 'YYYY-MM-DD HH24:MI:SS.FF3')`,
 * arrays and other objects as JSON. `undefined` is refused.
 */
export function toRawParameter(value: unknown): unknown {
  if (value === null || typeof value === "bigint" || typeof value === "number") return value;
  if (typeof value === "string") return text.write(value);
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value instanceof Uint8Array) return bytes.write(value);
  if (value instanceof Date) return toText(value);
  return typeof value === "object" ? json.write(value as JsonValue) : refuseWrite("parameter", "a value", value);
}

function toText(value: Date): string {
  const iso = Number.isNaN(value.getTime()) ? "" : value.toISOString();
  return /^\d{4}-/.test(iso)
    ? iso.replace("T", " ").replace("Z", "")
    : refuseWrite("parameter", "a valid Date of the years 0 to 9999", value);
}
