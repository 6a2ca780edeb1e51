import type { Codec } from "../../codec.js";
import { refuseRead, refuseWrite } from "../refuse.js";

/** `bit`. */
export const boolean: Codec<boolean> = {
  name: "boolean",
  read: (value) => (typeof value === "boolean" ? value : readBit(value)),
  write: (value) => (typeof value === "boolean" ? value : refuseWrite("boolean", "a boolean", value)),
  is: (value) => typeof value === "boolean",
  wide: false,
};

/** Expressions give integers where a table gives `bit`. */
function readBit(value: unknown): boolean {
  return value === 1 || (value !== 0 ? refuseRead("boolean", "a bit", value) : false);
}

/** `binary`, `varbinary`, `image` and `rowversion`. */
export const bytes: Codec<Uint8Array> = {
  name: "bytes",
  read: (value) => {
    if (!(value instanceof Uint8Array)) return refuseRead("bytes", "bytes", value);
    // The driver's Buffer prints and compares otherwise than the declared Uint8Array.
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  },
  write: (value) => (value instanceof Uint8Array ? value : refuseWrite("bytes", "a Uint8Array", value)),
  is: (value) => value instanceof Uint8Array,
  wide: false,
};

/** `real`, which the driver widens: the shortest decimal that is the same in 32 bits. */
export const float32: Codec<number> = {
  name: "float32",
  read: (value) => (isFiniteNumber(value) ? shorten(value) : refuseRead("float32", "a number", value)),
  write: (value) => (isFiniteNumber(value) ? value : refuseWrite("float32", "a finite number", value)),
  is: isFiniteNumber,
  wide: false,
};

/** `float`, which holds neither NaN nor infinities. */
export const float64: Codec<number> = {
  name: "float64",
  read: (value) => (isFiniteNumber(value) ? value : refuseRead("float64", "a number", value)),
  write: (value) => (isFiniteNumber(value) ? value : refuseWrite("float64", "a finite number", value)),
  is: isFiniteNumber,
  wide: false,
};

function shorten(value: number): number {
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return Number(value.toPrecision(9));
}

function isFiniteNumber(value: unknown): value is number {
  return Number.isFinite(value);
}
