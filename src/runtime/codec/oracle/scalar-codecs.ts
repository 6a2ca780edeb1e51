import type { Codec } from "../../codec.js";
import type { JsonValue } from "../../types/json-value.js";
import { isJsonValue, isJsonWritable } from "../json-value.js";
import { refuseRead, refuseWrite } from "../refuse.js";
import { isWellFormed } from "../text-value.js";
import { toDigits } from "./number-text.js";
import { isStorableText } from "./text-codecs.js";

/** BOOLEAN (Oracle 23ai), and NUMBER(1): 1 and 0; any other number throws. */
export const boolean: Codec<boolean> = {
  name: "boolean",
  read: (value) => {
    if (typeof value === "boolean") return value;
    const digit = toDigits(value);
    return digit === "1" || (digit !== "0" && refuseRead("boolean", "1 or 0", value));
  },
  write: (value) => (value === true ? 1 : value === false ? 0 : refuseWrite("boolean", "a boolean", value)),
  is: (value) => typeof value === "boolean",
  wide: false,
};

/** One of a list of numbers; another one throws. */
export function numberEnumOf<T extends number>(values: readonly T[]): Codec<T> {
  const known: ReadonlyMap<unknown, T> = new Map(values.map((value) => [value, value]));
  return {
    name: "numberEnumOf",
    read: (value) => {
      const digits = typeof value === "number" ? value : toDigits(value);
      const found = digits === null ? undefined : known.get(Number(digits));
      return found ?? refuseRead("numberEnumOf", "a number of the generated list", value);
    },
    write: (value) => known.get(value) ?? refuseWrite("numberEnumOf", "a number of the generated list", value),
    is: (value): value is T => known.has(value),
    wide: false,
  };
}

/** RAW and BLOB. The server holds no empty RAW: one that is written is NULL. */
export const bytes: Codec<Uint8Array> = {
  name: "bytes",
  read: (value) => (value instanceof Uint8Array ? toPlain(value) : refuseRead("bytes", "bytes", value)),
  write: (value) => (value instanceof Uint8Array ? toBuffer(value) : refuseWrite("bytes", "a Uint8Array", value)),
  is: (value) => value instanceof Uint8Array,
  wide: false,
};

/**
 * The JSON type (Oracle 21c), and texts and bytes that a check holds to JSON. Numbers are JavaScript's. JSON's own null reads as null, like the absence of a
 * value.
 */
export const json: Codec<JsonValue> = {
  name: "json",
  read: (value) => parseStored(value instanceof Uint8Array ? Buffer.from(value).toString() : value),
  write: (value) => (isJsonWritable(value) ? toJsonText(value) : refuseWrite("json", "a JSON value", value)),
  is: isJsonValue,
  wide: false,
};

/** A type that is not understood: whatever the driver gives. */
export const unknown: Codec = {
  name: "unknown",
  read: (value) => (value instanceof Uint8Array ? toPlain(value) : value),
  write: (value) => {
    if (value instanceof Uint8Array) return toBuffer(value);
    return isStorable(value) ? value : refuseWrite("unknown", "a number, a bigint, a text or bytes", value);
  },
  is: (value): value is unknown => isStorable(value) || value instanceof Uint8Array,
  wide: false,
};

function isStorable(value: unknown): boolean {
  return isStorableText(value) || typeof value === "bigint" || Number.isFinite(value);
}

function parseStored(value: unknown): JsonValue {
  try {
    if (typeof value === "string") return JSON.parse(value) as JsonValue;
  } catch {
    return refuseRead("json", "a JSON text", value);
  }
  return refuseRead("json", "a JSON text", value);
}

function toJsonText(value: JsonValue): string {
  const text = JSON.stringify(value);
  return isWellFormed(text) ? text : refuseWrite("json", "texts without lone surrogates", value);
}

/** The driver's Buffer prints and compares otherwise than the declared Uint8Array. */
function toPlain(value: Uint8Array): Uint8Array {
  return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
}

/** The driver sends nothing else as bytes. */
function toBuffer(value: Uint8Array): Buffer {
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
}
