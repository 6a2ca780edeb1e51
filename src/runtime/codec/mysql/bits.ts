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
    read: (value) =>
      value instanceof Uint8Array && value.length * 8 === width
        ? Array.from(value, toDigits).join("").slice(-length)
        : refuseRead(name, `${String(length)} bits`, value),
    write: (value) =>
      isBits(value) ? toBytes(value.padStart(width, "0")) : refuseWrite(name, `${String(length)} digits 0 or 1`, value),
    is: isBits,
    wide: false,
  };
}

function toDigits(byte: number): string {
  return byte.toString(2).padStart(8, "0");
}

function toBytes(digits: string): Buffer {
  return Buffer.from((digits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
