import { isInt32, isSafeInteger, numberListCodec, refuseRead, refuseWrite, type Codec } from "tablewright/dialect";

/** `TINYINT` to `INTEGER`, and the unsigned ones up to `USMALLINT`. */
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

/** `UINTEGER`. */
export const safeInteger: Codec<number> = wholeNumber("safeInteger");

/** `BIGINT` and `UBIGINT`. */
export const int64: Codec<bigint> = {
  name: "int64",
  read: (value) => toBigint("int64", value),
  write: (value) => (isStorable(value) ? value : refuseWrite("int64", "a bigint of 64 bits", value)),
  is: isStorable,
  wide: false,
};

/** The same as numbers: a value over 2^53 - 1 throws. */
export const int64Number: Codec<number> = wholeNumber("int64Number");

/** The same as their digits. */
export const int64String: Codec<string> = {
  name: "int64String",
  read: (value) => String(toBigint("int64String", value)),
  write: (value) =>
    isStorableText(value) ? BigInt(value) : refuseWrite("int64String", "the digits of an integer of 64 bits", value),
  is: isStorableText,
  wide: false,
};

/** One of a list of numbers; another one throws. */
export function numberEnumOf<T extends number>(values: readonly T[]): Codec<T> {
  return numberListCodec(values, toNumber);
}

function wholeNumber(name: string): Codec<number> {
  const expected = "an integer that a number holds exactly";
  return {
    name,
    read: (value) => {
      const number = toNumber(value);
      return isSafeInteger(number) ? number : refuseRead(name, expected, value);
    },
    write: (value) => (isSafeInteger(value) ? value : refuseWrite(name, expected, value)),
    is: isSafeInteger,
    wide: false,
  };
}

function toNumber(value: unknown): unknown {
  return typeof value === "bigint" ? Number(value) : value;
}

function toBigint(codec: string, value: unknown): bigint {
  if (typeof value === "bigint") return value;
  return isSafeInteger(value) ? BigInt(value) : refuseRead(codec, "an integer", value);
}

function isStorable(value: unknown): value is bigint {
  return typeof value === "bigint" && value >= -(2n ** 63n) && value < 2n ** 64n;
}

function isStorableText(value: unknown): value is string {
  return (
    typeof value === "string" && /^-?(?:0|[1-9]\d{0,19})$/.test(value) && value !== "-0" && isStorable(BigInt(value))
  );
}
