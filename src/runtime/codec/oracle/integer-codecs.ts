import type { Codec } from "../../codec.js";
import { isInt32, isInt64, isInt64Text, isSafeInteger } from "../integer-value.js";
import { refuseRead, refuseWrite } from "../refuse.js";
import { toDigits } from "./number-text.js";

/** NUMBER of up to nine digits. */
export const int32: Codec<number> = {
  name: "int32",
  read: (value) => readNumber("int32", value, isInt32, "an integer of 32 bits"),
  write: (value) => (isInt32(value) ? value : refuseWrite("int32", "an integer of 32 bits", value)),
  is: isInt32,
  wide: false,
};

/** NUMBER without a fraction; a value over 2^53 - 1 throws. */
export const safeInteger: Codec<number> = {
  name: "safeInteger",
  read: (value) => readNumber("safeInteger", value, isSafeInteger, safe),
  write: (value) => (isSafeInteger(value) ? value : refuseWrite("safeInteger", safe, value)),
  is: isSafeInteger,
  wide: false,
};

/** NUMBER of up to eighteen digits, and what fits 64 bits. */
export const int64: Codec<bigint> = {
  name: "int64",
  read: (value) => BigInt(readText("int64", value)),
  write: (value) => (isInt64(value) ? value : refuseWrite("int64", "a bigint of 64 bits", value)),
  is: isInt64,
  wide: false,
};

/** The same as a number: a value over 2^53 - 1 throws. */
export const int64Number: Codec<number> = {
  name: "int64Number",
  read: (value) => readNumber("int64Number", value, isSafeInteger, safe),
  write: (value) => (isSafeInteger(value) ? value : refuseWrite("int64Number", safe, value)),
  is: isSafeInteger,
  wide: false,
};

/** The same as its digits. */
export const int64String: Codec<string> = {
  name: "int64String",
  read: (value) => readText("int64String", value),
  write: (value) =>
    isInt64Text(value) ? BigInt(value) : refuseWrite("int64String", "the digits of an integer of 64 bits", value),
  is: isInt64Text,
  wide: false,
};

function readNumber(
  codec: string,
  value: unknown,
  fits: (number: unknown) => number is number,
  expected: string,
): number {
  const text = toDigits(value);
  const number = text === null ? NaN : Number(text);
  return fits(number) ? number : refuseRead(codec, expected, value);
}

function readText(codec: string, value: unknown): string {
  const text = toDigits(value);
  return isInt64Text(text) ? text : refuseRead(codec, "an integer of 64 bits", value);
}

const safe = "an integer that a number holds exactly";
