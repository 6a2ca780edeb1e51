import type { JsonValue } from "../types/json-value.js";

/** Whether a value is JSON, exactly: what `JSON.parse` could have made. */
export function isJsonValue(value: unknown): value is JsonValue {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object") return false;
  if (Array.isArray(value)) return value.every(isJsonValue);
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && Object.values(value).every(isJsonValue);
}

/** Whether `JSON.stringify` keeps everything that a value holds; a property that is undefined counts as absent. */
export function isJsonWritable(value: unknown): boolean {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object") return false;
  if (Array.isArray(value)) return value.every(isJsonWritable);
  if ("toJSON" in value) return typeof value.toJSON === "function";
  if (value instanceof Map || value instanceof Set) return false;
  return Object.values(value).every((member) => member === undefined || isJsonWritable(member));
}
