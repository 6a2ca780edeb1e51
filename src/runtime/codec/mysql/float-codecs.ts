import type { Codec } from "../../codec.js";
import { refuseRead, refuseWrite } from "../refuse.js";
import { toShortest } from "../shortest-float.js";

/** `float`, as the shortest decimal that stands for it; a number of more digits is rounded to the nearest that the server holds. */
export const float32: Codec<number> = {
  name: "float32",
  read: (value) => (typeof value === "number" ? toShortest(value) : refuseRead("float32", "a number", value)),
  write: (value) => {
    const rounded = isStorable(value) ? Math.fround(value) : NaN;
    return isStorable(rounded) ? rounded : refuseWrite("float32", "a finite number of 32 bits", value);
  },
  is: isStorable,
  wide: false,
};

/** `double`; the server holds neither infinities nor NaN. */
export const float64: Codec<number> = {
  name: "float64",
  read: (value) => (typeof value === "number" ? value : refuseRead("float64", "a number", value)),
  write: (value) => (isStorable(value) ? value : refuseWrite("float64", "a finite number", value)),
  is: isStorable,
  wide: false,
};

function isStorable(value: unknown): value is number {
  return Number.isFinite(value);
}
