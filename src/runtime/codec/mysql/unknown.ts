import type { Codec } from "../../codec.js";
import { refuseWrite } from "../refuse.js";
import { bytes, toBuffer } from "./bytes.js";
import { isStorableText } from "./text-codecs.js";

/** A type that is not understood: whatever the driver gives. */
export const unknown: Codec = {
  name: "unknown",
  read: (value) => (value instanceof Uint8Array ? bytes.read(value) : value),
  write: (value) => {
    if (value instanceof Uint8Array) return toBuffer(value);
    return isStorable(value) ? value : refuseWrite("unknown", "a number, a bigint, a text or bytes", value);
  },
  is: (value): value is unknown => isStorable(value),
  wide: false,
};

function isStorable(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return isStorableText(value) || typeof value === "bigint" || value instanceof Uint8Array;
}
