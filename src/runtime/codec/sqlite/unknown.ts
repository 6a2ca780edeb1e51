import type { Codec } from "../../codec.js";
import { refuseWrite } from "../refuse.js";
import { isWellFormed } from "../text-value.js";
import { bytes } from "./bytes.js";

/** A type that is not understood: whatever SQLite holds there. 64-bit integers come as bigint. */
export const unknown: Codec = {
  name: "unknown",
  read: (value) => (value instanceof Uint8Array ? bytes.read(value) : value),
  write: (value) => {
    if (!isStorable(value)) return refuseWrite("unknown", "a number, a bigint, a text or bytes", value);
    // The driver binds every number as a double, which a column without affinity would keep as one.
    return Number.isSafeInteger(value) && !Object.is(value, -0) ? BigInt(value as number) : value;
  },
  is: (value): value is unknown => isStorable(value),
  wide: true,
};

function isStorable(value: unknown): boolean {
  if (typeof value === "string") return isWellFormed(value);
  if (typeof value === "number") return !Number.isNaN(value);
  return typeof value === "bigint" ? BigInt.asIntN(64, value) === value : value instanceof Uint8Array;
}
