import type { Codec } from "../../codec.js";
import { refuseRead, refuseWrite } from "../refuse.js";

/** 1 and 0; any other value throws. */
export const boolean: Codec<boolean> = {
  name: "boolean",
  read: (value) => value === 1 || (value !== 0 && readWide(value)),
  write: (value) => (value === true ? 1 : value === false ? 0 : refuseWrite("boolean", "a boolean", value)),
  is: (value) => typeof value === "boolean",
  wide: false,
};

function readWide(value: unknown): boolean {
  if (value === 1n) return true;
  return value === 0n ? false : refuseRead("boolean", "1 or 0", value);
}
