import type { Codec } from "../../codec.js";
import { refuseRead, refuseWrite } from "../refuse.js";

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

/** The binary protocol gives the 32 bits as a double: 0.1 comes as 0.10000000149011612. Nine digits always tell them. */
function toShortest(value: number): number {
  if (Number.isInteger(value) && Math.abs(value) < 16_777_216) return value;
  const wanted = Math.fround(value);
  // A number below the normal ones has fewer digits; any other text of six digits comes through 32 bits unharmed.
  for (let digits = Math.abs(wanted) < smallestNormal ? 1 : 6; digits < 9; digits++) {
    const shorter = Number(wanted.toPrecision(digits));
    if (Math.fround(shorter) === wanted) return shorter;
  }
  return Number(wanted.toPrecision(9));
}

function isStorable(value: unknown): value is number {
  return Number.isFinite(value);
}

const smallestNormal = 2 ** -126;
