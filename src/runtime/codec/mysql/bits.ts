import type { Codec } from "../../codec.js";
import { refuseRead, refuseWrite } from "../refuse.js";

/** `bit(n)` as its n digits: `0101`. */
export function bits(length: number): Codec<string> {
  const name = `bits(${String(length)})`;
  const width = Math.ceil(length / 8) * 8;
  const isBits = (value: unknown): value is string =>
    typeof value === "string" && value.length === length && /^[01]*$/.test(value);
  return {
    name,
    read: (value) => {
      const digits = toBits(value, width);
      return digits === null ? refuseRead(name, `${String(length)} bits`, value) : digits.slice(-length);
    },
    write: (value) =>
      isBits(value) ? toBytes(value.padStart(width, "0")) : refuseWrite(name, `${String(length)} digits 0 or 1`, value),
    is: isBits,
    wide: false,
  };
}

/** Bytes; or the digits of a number, as which a variable gives them. Null for another value. */
function toBits(value: unknown, width: number): string | null {
  if (value instanceof Uint8Array) return value.length * 8 === width ? Array.from(value, toDigits).join("") : null;
  const isNumber = typeof value === "string" && /^\d+$/.test(value);
  const digits = isNumber ? BigInt(value).toString(2).padStart(width, "0") : "";
  return digits.length === width ? digits : null;
}

function toDigits(byte: number): string {
  return byte.toString(2).padStart(8, "0");
}

function toBytes(digits: string): Buffer {
  return Buffer.from((digits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
