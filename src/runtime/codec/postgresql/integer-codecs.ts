import type { Codec } from "../../codec.js";
import { isInt32, isInt64, isInt64Text, isSafeInteger } from "../integer-value.js";
import { refuseRead, refuseWrite } from "../refuse.js";

/** `smallint`, `integer`. */
export const int32: Codec<number> = {
  name: "int32",
  read: (value) => Number(value),
  write: (value) => (isInt32(value) ? String(value) : refuseWrite("int32", "an integer of 32 bits", value)),
  is: isInt32,
  wide: false,
};

/** `bigint`. */
export const int64: Codec<bigint> = {
  name: "int64",
  read: (value) => BigInt(value as string),
  write: (value) => (isInt64(value) ? String(value) : refuseWrite("int64", "a bigint of 64 bits", value)),
  is: isInt64,
  wide: false,
};

/** `bigint` as a number: a value over 2^53 - 1 throws. */
export const int64Number: Codec<number> = {
  name: "int64Number",
  read: (value) => readSafeInteger("int64Number", value),
  write: (value) => writeSafeInteger("int64Number", value),
  is: isSafeInteger,
  wide: false,
};

/** `oid` and other integers of the server whose width is not that of a JavaScript number: a value over 2^53 - 1 throws. */
export const safeInteger: Codec<number> = {
  name: "safeInteger",
  read: (value) => readSafeInteger("safeInteger", value),
  write: (value) => writeSafeInteger("safeInteger", value),
  is: isSafeInteger,
  wide: false,
};

/** `bigint` as its digits. */
export const int64String: Codec<string> = {
  name: "int64String",
  read: (value) => value as string,
  write: (value) =>
    isInt64Text(value) ? value : refuseWrite("int64String", "the digits of an integer of 64 bits", value),
  is: isInt64Text,
  wide: false,
};

function readSafeInteger(codec: string, value: unknown): number {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : refuseRead(codec, "an integer that a number holds exactly", value);
}

function writeSafeInteger(codec: string, value: number): string {
  return isSafeInteger(value) ? String(value) : refuseWrite(codec, "an integer that a number holds exactly", value);
}
