import { isValidDate } from "../infinite-date.js";
import { refuseWrite } from "../refuse.js";
import { toArrayItem } from "./array-text.js";
import { bytes } from "./bytes.js";
import { float64 } from "./float-codecs.js";
import { toServerTimestamp } from "./server-timestamp.js";
import { text } from "./text-codecs.js";

/**
 * A plain JavaScript value as the text that the server reads as whatever type the statement wants there: a `Date` as an instant in UTC, an array as an
 * array, any other object as JSON. `undefined` is refused.
 */
export function toRawParameter(value: unknown): string | null {
  if (value === null) return null;
  if (typeof value === "string") return text.write(value) as string;
  if (typeof value === "number") return float64.write(value) as string;
  if (typeof value === "bigint" || typeof value === "boolean") return String(value);
  if (typeof value === "object") return toObjectText(value);
  return refuseWrite("parameter", "a value", value);
}

function toObjectText(value: object): string {
  if (value instanceof Uint8Array) return bytes.write(value) as string;
  if (isValidDate(value)) return toServerTimestamp(value);
  if (value instanceof Date) return refuseWrite("parameter", "a valid Date", value);
  return Array.isArray(value) ? `{${Array.from(value as unknown[], toItem).join(",")}}` : JSON.stringify(value);
}

function toItem(value: unknown): string {
  if (Array.isArray(value)) return toObjectText(value);
  const item = toRawParameter(value);
  return item === null ? "NULL" : toArrayItem(item);
}
