import type { Codec } from "../../codec.js";
import { refuseWrite } from "../refuse.js";

/** `real`: a number of more digits is rounded to the nearest that the server holds, as in any arithmetic of that type. */
export const float32: Codec<number> = {
  name: "float32",
  read: (value) => Number(value),
  write: (value) => (typeof value === "number" ? toFloatText(value) : refuseWrite("float32", "a number", value)),
  is: (value) => typeof value === "number",
  wide: false,
};

/** `double precision`. */
export const float64: Codec<number> = {
  name: "float64",
  read: (value) => Number(value),
  write: (value) => (typeof value === "number" ? toFloatText(value) : refuseWrite("float64", "a number", value)),
  is: (value) => typeof value === "number",
  wide: false,
};

function toFloatText(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}
