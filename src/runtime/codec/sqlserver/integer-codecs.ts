import type { Codec } from "../../codec.js";
import { isInt32, isInt64, isInt64Text, isSafeInteger } from "../integer-value.js";
import { refuseRead, refuseWrite } from "../refuse.js";

/** `tinyint`, `smallint` and `int`. */
export const int32: Codec<number> = {
  name: "int32",
  read: (value) => {
    const number = toNumber(value);
    return isInt32(number) ? number : refuseRead("int32", "an integer of 32 bits", value);
  },
  write: (value) => (isInt32(value) ? value : refuseWrite("int32", "an integer of 32 bits", value)),
  is: isInt32,
  wide: false,
};

/** Integers whose width nothing tells: a value over 2^53 - 1 throws. */
export const safeInteger: Codec<number> = toSafe("safeInteger");

/** `bigint` as numbers: a value over 2^53 - 1 throws. */
export const int64Number: Codec<number> = toSafe("int64Number");

/** `bigint`, which the driver gives as digits. */
export const int64: Codec<bigint> = {
  name: "int64",
  read: (value) => readInt64("int64", value),
  write: (value) => (isInt64(value) ? value : refuseWrite("int64", "a bigint of 64 bits", value)),
  is: isInt64,
  wide: false,
};

/** `bigint` as its digits. */
export const int64String: Codec<string> = {
  name: "int64String",
  read: (value) => String(readInt64("int64String", value)),
  write: (value) =>
    isInt64Text(value) ? BigInt(value) : refuseWrite("int64String", "the digits of an integer of 64 bits", value),
  is: isInt64Text,
  wide: false,
};

function toSafe(name: string): Codec<number> {
  const safe = "an integer that a number holds exactly";
  return {
    name,
    read: (value) => {
      const number = toNumber(value);
      return isSafeInteger(number) ? number : refuseRead(name, safe, value);
    },
    write: (value) => (isSafeInteger(value) ? value : refuseWrite(name, safe, value)),
    is: isSafeInteger,
    wide: false,
  };
}

function toNumber(value: unknown): unknown {
  return isInt64Text(value) ? Number(value) : value;
}

function readInt64(codec: string, value: unknown): bigint {
  return isInt64Text(value) || isSafeInteger(value) ? BigInt(value) : refuseRead(codec, "an integer", value);
}
