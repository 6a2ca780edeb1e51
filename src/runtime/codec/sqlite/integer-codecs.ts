import type { Codec } from "../../codec.js";
import { isInt32, isInt64, isInt64Text, isSafeInteger } from "../integer-value.js";
import { refuseRead, refuseWrite } from "../refuse.js";

/** Integers of up to 32 bits. */
export const int32: Codec<number> = {
  name: "int32",
  read: (value) => {
    const number = typeof value === "bigint" ? Number(value) : value;
    return isInt32(number) ? number : refuseRead("int32", "an integer of 32 bits", value);
  },
  write: (value) => (isInt32(value) ? value : refuseWrite("int32", "an integer of 32 bits", value)),
  is: isInt32,
  wide: false,
};

/** `INTEGER`, whatever its width: a value over 2^53 - 1 throws. */
export const safeInteger: Codec<number> = {
  name: "safeInteger",
  read: (value) => (isSafeInteger(value) ? value : readSafeInteger("safeInteger", value)),
  write: (value) => (isSafeInteger(value) ? value : refuseWrite("safeInteger", safe, value)),
  is: isSafeInteger,
  wide: false,
};

/** 64-bit integers. */
export const int64: Codec<bigint> = {
  name: "int64",
  read: (value) => (typeof value === "bigint" ? value : readInt64("int64", value)),
  write: (value) => (isInt64(value) ? value : refuseWrite("int64", "a bigint of 64 bits", value)),
  is: isInt64,
  wide: true,
};

/** 64-bit integers as numbers: a value over 2^53 - 1 throws. */
export const int64Number: Codec<number> = {
  name: "int64Number",
  read: (value) => (isSafeInteger(value) ? value : readSafeInteger("int64Number", value)),
  write: (value) => (isSafeInteger(value) ? value : refuseWrite("int64Number", safe, value)),
  is: isSafeInteger,
  wide: false,
};

/** 64-bit integers as their digits. */
export const int64String: Codec<string> = {
  name: "int64String",
  read: (value) => String(typeof value === "bigint" ? value : readInt64("int64String", value)),
  write: (value) =>
    isInt64Text(value) ? BigInt(value) : refuseWrite("int64String", "the digits of an integer of 64 bits", value),
  is: isInt64Text,
  wide: true,
};

function readSafeInteger(codec: string, value: unknown): number {
  const number = typeof value === "bigint" ? Number(value) : value;
  return isSafeInteger(number) ? number : refuseRead(codec, safe, value);
}

/** An integer that did not come as bigint: from a statement without wide integers, or from inside a JSON text. */
function readInt64(codec: string, value: unknown): bigint {
  if (isSafeInteger(value)) return BigInt(value);
  return isInt64Text(value) ? BigInt(value) : refuseRead(codec, "an integer", value);
}

const safe = "an integer that a number holds exactly";
