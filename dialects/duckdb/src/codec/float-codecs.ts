import { refuseRead, refuseWrite, toShortest, type Codec } from "tablewright/dialect";

/** `FLOAT`, as the shortest decimal that stands for it; a number of more digits is rounded to the nearest that 32 bits hold. */
export const float32: Codec<number> = {
  name: "float32",
  read: (value) => (typeof value === "number" ? toShortest(value) : refuseRead("float32", "a number", value)),
  write: (value) => (isNumber(value) ? Math.fround(value) : refuseWrite("float32", "a number", value)),
  is: isNumber,
  wide: false,
};

/** `DOUBLE`, infinities and NaN included. */
export const float64: Codec<number> = {
  name: "float64",
  read: (value) => (typeof value === "number" ? value : refuseRead("float64", "a number", value)),
  write: (value) => (isNumber(value) ? value : refuseWrite("float64", "a number", value)),
  is: isNumber,
  wide: false,
};

function isNumber(value: unknown): value is number {
  return typeof value === "number";
}
