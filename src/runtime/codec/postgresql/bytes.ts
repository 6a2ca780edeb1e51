import type { Codec } from "../../codec.js";
import { refuseRead, refuseWrite } from "../refuse.js";

/** `bytea`, in the server's hexadecimal form. */
export const bytes: Codec<Uint8Array> = {
  name: "bytes",
  read: (value) => {
    const text = value as string;
    if (!text.startsWith("\\x")) return refuseRead("bytes", "hexadecimal digits after \\x (bytea_output = hex)", value);
    const result = new Uint8Array((text.length - 2) / 2);
    Buffer.from(result.buffer).write(text.slice(2), "hex");
    return result;
  },
  write: (value) => (isBytes(value) ? toHexText(value) : refuseWrite("bytes", "a Uint8Array", value)),
  is: isBytes,
  wide: false,
};

function isBytes(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array;
}

function toHexText(value: Uint8Array): string {
  return `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("hex")}`;
}
