import type { Codec } from "../../codec.js";
import { refuseRead, refuseWrite } from "../refuse.js";

/** `BLOB`. */
export const bytes: Codec<Uint8Array> = {
  name: "bytes",
  read: (value) => {
    if (!(value instanceof Uint8Array)) return refuseRead("bytes", "a blob", value);
    // The driver's Buffer prints and compares otherwise than the declared Uint8Array.
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  },
  write: (value) => (value instanceof Uint8Array ? value : refuseWrite("bytes", "a Uint8Array", value)),
  is: (value) => value instanceof Uint8Array,
  wide: false,
};
