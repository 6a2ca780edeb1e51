import { CodecError } from "../errors/codec-error.js";

/** Throws for a value from the database that the codec cannot represent exactly. */
export function refuseRead(codec: string, expected: string, value: unknown): never {
  throw new CodecError({ codec, direction: "read", reason: toReason(expected, value) });
}

/** Throws for a value on its way to the database that is not of the codec's type. */
export function refuseWrite(codec: string, expected: string, value: unknown): never {
  throw new CodecError({ codec, direction: "write", reason: toReason(expected, value) });
}

function toReason(expected: string, value: unknown): string {
  return `expected ${expected}, got ${toKind(value)}`;
}

function toKind(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "an array";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "an invalid Date" : "a Date";
  if (value instanceof Uint8Array) return "bytes";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
