import type { Codec } from "../../codec.js";
import { refuseRead, refuseWrite } from "../refuse.js";

/** `boolean`, and `bit(1)`: the server takes `1` and `0` for both. */
export const boolean: Codec<boolean> = {
  name: "boolean",
  read: (value) => value === "t" || (value !== "f" && readBit(value)),
  write: (value) => (value === true ? "1" : value === false ? "0" : refuseWrite("boolean", "a boolean", value)),
  is: (value) => typeof value === "boolean",
  wide: false,
};

function readBit(value: unknown): boolean {
  if (value === "1") return true;
  return value === "0" ? false : refuseRead("boolean", "t or f", value);
}
