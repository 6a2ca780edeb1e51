import type { Codec } from "../../codec.js";
import { refuseRead, refuseWrite } from "../refuse.js";

/** `binary`, `varbinary` and the blobs. */
export const bytes: Codec<Uint8Array> = {
  name: "bytes",
  read: (value) => (value instanceof Uint8Array ? toPlain(value) : refuseRead("bytes", "bytes", value)),
  write: (value) => (isBytes(value) ? toBuffer(value) : refuseWrite("bytes", "a Uint8Array", value)),
  is: isBytes,
  wide: false,
};

/** The driver's Buffer prints and compares otherwise than the declared Uint8Array. */
function toPlain(value: Uint8Array): Uint8Array {
  return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
}

/** The driver sends nothing else as bytes. */
export function toBuffer(value: Uint8Array): Buffer {
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
}

function isBytes(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array;
}
