import type { Codec } from "../../codec.js";
import { refuseRead, refuseWrite } from "../refuse.js";
import { toShortest } from "../shortest-float.js";
import { toDigits } from "./number-text.js";

/** BINARY_FLOAT, as the shortest decimal that stands for it. A number of more digits is rounded to the nearest that 32 bits hold. */
export const float32: Codec<number> = {
  name: "float32",
  read: (value) => toShortest(readFloat("float32", value)),
  write: (value) => (typeof value === "number" ? Math.fround(value) : refuseWrite("float32", "a number", value)),
  is: (value) => typeof value === "number",
  wide: false,
};

/** BINARY_DOUBLE, with infinities and NaN; FLOAT, which is a NUMBER, without them. The server holds no negative zero. */
export const float64: Codec<number> = {
  name: "float64",
  read: (value) => readFloat("float64", value),
  write: (value) => (typeof value === "number" ? value : refuseWrite("float64", "a number", value)),
  is: (value) => typeof value === "number",
  wide: false,
};

/** FLOAT comes as digits. */
function readFloat(codec: string, value: unknown): number {
  if (typeof value === "number") return value;
  const text = toDigits(value);
  return text === null ? refuseRead(codec, "a number", value) : Number(text);
}
