import type { Codec } from "../../codec.js";
import { refuseRead, refuseWrite } from "../refuse.js";

/** A float of 32 bits by its name: SQLite stores every float in 64 bits. */
export const float32: Codec<number> = {
  name: "float32",
  read: (value) => (typeof value === "number" ? value : readInteger("float32", value)),
  write: (value) => (isStorable(value) ? value : refuseWrite("float32", storable, value)),
  is: isStorable,
  wide: false,
};

/** SQLite stores NaN as NULL, so that it is refused; a REAL column keeps no sign of zero. */
export const float64: Codec<number> = {
  name: "float64",
  read: (value) => (typeof value === "number" ? value : readInteger("float64", value)),
  write: (value) => (isStorable(value) ? value : refuseWrite("float64", storable, value)),
  is: isStorable,
  wide: false,
};

/** A column without REAL affinity may hold an integer, which comes as bigint where the statement's integers are wide. */
function readInteger(codec: string, value: unknown): number {
  const number = typeof value === "bigint" ? Number(value) : NaN;
  return Number.isSafeInteger(number) ? number : refuseRead(codec, "a number", value);
}

function isStorable(value: unknown): value is number {
  return typeof value === "number" && !Number.isNaN(value);
}

const storable = "a number other than NaN";
