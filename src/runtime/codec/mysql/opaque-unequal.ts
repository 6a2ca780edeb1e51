import type { Codec } from "../../codec.js";
import { refuseRead, refuseWrite } from "../refuse.js";
import { readGeometry } from "./read-geometry.js";
import { isStorableText } from "./text-codecs.js";
import { writeGeometry } from "./write-geometry.js";

/**
 * Types without an equality that means something. A geometry is well-known text with the number of its reference system, if it has one:
 * `SRID=4326;POINT(13.4 52.5)`, coordinates in the order in which the server keeps them (longitude first). A vector is a list in brackets: `[1,2.5]`.
 * MariaDB's `xmltype` is its text.
 */
export const opaqueUnequal: Codec<string> = {
  name: "opaqueUnequal",
  read: (value) => {
    if (typeof value === "string") return value;
    if (value instanceof Uint8Array) return readGeometry(value) ?? refuseRead("opaqueUnequal", "a geometry", value);
    return isNumbers(value) ? JSON.stringify(value) : refuseRead("opaqueUnequal", "a geometry or a vector", value);
  },
  write: (value) => {
    if (!isStorableText(value)) return refuseWrite("opaqueUnequal", "a text without lone surrogates", value);
    const trimmed = value.trimStart();
    if (trimmed.startsWith("<")) return value;
    const bytes = trimmed.startsWith("[") ? writeVector(trimmed) : writeGeometry(trimmed);
    return bytes ?? refuseWrite("opaqueUnequal", "well-known text, or numbers in brackets", value);
  },
  is: isStorableText,
  wide: true,
};

/** As both servers take it: floats of 32 bits, little-endian. */
function writeVector(text: string): Buffer | null {
  const numbers = parseList(text);
  if (numbers === null) return null;
  const bytes = Buffer.alloc(numbers.length * 4);
  numbers.forEach((value, index) => bytes.writeFloatLE(value, index * 4));
  return bytes;
}

function parseList(text: string): readonly number[] | null {
  if (!/^\[[-+\d.eE,\s]*\]$/.test(text)) return null;
  const numbers = text.slice(1, -1).split(",").map(Number);
  return isNumbers(numbers) ? numbers : null;
}

function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => Number.isFinite(item));
}
