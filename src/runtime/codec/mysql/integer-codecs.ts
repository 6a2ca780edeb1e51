import type { Codec } from "../../codec.js";
import { int64Min, isInt32, isSafeInteger } from "../integer-value.js";
import { refuseRead, refuseWrite } from "../refuse.js";

/** `tinyint` to `int`, but for `int unsigned`. */
export const int32: Codec<number> = {
  name: "int32",
  read: (value) => (isInt32(value) ? value : readInt32(value)),
  write: (value) => (isInt32(value) ? value : refuseWrite("int32", "an integer of 32 bits", value)),
  is: isInt32,
  wide: false,
};

/** `int unsigned`; a value over 2^53 - 1 throws. */
export const safeInteger: Codec<number> = {
  name: "safeInteger",
  read: (value) => readSafeInteger("safeInteger", value),
  write: (value) => (isSafeInteger(value) ? value : refuseWrite("safeInteger", safe, value)),
  is: isSafeInteger,
  wide: false,
};

/** `bigint`, signed or unsigned: up to 2^64 - 1. */
export const int64: Codec<bigint> = {
  name: "int64",
  read: (value) => (isDigits(value) ? BigInt(value) : refuseRead("int64", "an integer", value)),
  write: (value) => (isWide(value) ? value : refuseWrite("int64", "a bigint of 64 bits", value)),
  is: isWide,
  wide: false,
};

/** `bigint` as a number: a value over 2^53 - 1 throws. */
export const int64Number: Codec<number> = {
  name: "int64Number",
  read: (value) => readSafeInteger("int64Number", value),
  write: (value) => (isSafeInteger(value) ? value : refuseWrite("int64Number", safe, value)),
  is: isSafeInteger,
  wide: false,
};

/** `bigint` as its digits. */
export const int64String: Codec<string> = {
  name: "int64String",
  read: (value) => (isDigits(value) ? String(value) : refuseRead("int64String", "an integer", value)),
  write: (value) =>
    isWideText(value) ? BigInt(value) : refuseWrite("int64String", "the digits of an integer of 64 bits", value),
  is: isWideText,
  wide: false,
};

/** `year`: 0, or 1901 to 2155. The server takes 1 to 99 for years of our times, so that these are refused. */
export const year: Codec<number> = {
  name: "year",
  read: readYear,
  write: (value) => (isYear(value) ? value : refuseWrite("year", "0, or a year of 1901 to 2155", value)),
  is: isYear,
  wide: false,
};

/** A variable that holds a year gives it as the digits of a wide integer. */
function readYear(value: unknown): number {
  const number = isDigits(value) ? Number(value) : NaN;
  return isInt32(number) ? number : refuseRead("year", "a year", value);
}

/** Expressions of views give integers of any width, and the wide ones come as digits. */
function readInt32(value: unknown): number {
  const number = isDigits(value) ? Number(value) : NaN;
  return isInt32(number) ? number : refuseRead("int32", "an integer of 32 bits", value);
}

function readSafeInteger(codec: string, value: unknown): number {
  const number = isDigits(value) ? Number(value) : NaN;
  return isSafeInteger(number) ? number : refuseRead(codec, safe, value);
}

/** The driver gives `bigint` as digits and narrower integers as numbers. */
function isDigits(value: unknown): value is string | number {
  return isSafeInteger(value) || (typeof value === "string" && integerText.test(value));
}

function isWide(value: unknown): value is bigint {
  return typeof value === "bigint" && value >= int64Min && value <= unsignedMax;
}

function isWideText(value: unknown): value is string {
  return typeof value === "string" && integerText.test(value) && isWide(BigInt(value));
}

function isYear(value: unknown): value is number {
  return isInt32(value) && (value === 0 || (value >= 1901 && value <= 2155));
}

const unsignedMax = 2n ** 64n - 1n;
const integerText = /^(?:0|-?[1-9]\d{0,19})$/;
const safe = "an integer that a number holds exactly";
