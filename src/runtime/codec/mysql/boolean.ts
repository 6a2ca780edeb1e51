import type { Codec } from "../../codec.js";
import { refuseRead, refuseWrite } from "../refuse.js";

/** `tinyint(1)` and `bit(1)`: 1 and 0; any other value throws. */
export const boolean: Codec<boolean> = {
  name: "boolean",
  read: (value) => value === 1 || (value !== 0 && readRare(value)),
  write: (value) => (value === true ? 1 : value === false ? 0 : refuseWrite("boolean", "a boolean", value)),
  is: (value) => typeof value === "boolean",
  wide: false,
};

/** A bit comes as a byte, and comparisons in views as `bigint` digits. */
function readRare(value: unknown): boolean {
  const digit = value instanceof Uint8Array && value.length === 1 ? String(value[0]) : value;
  if (digit === "1") return true;
  return digit === "0" ? false : refuseRead("boolean", "1 or 0", value);
}
