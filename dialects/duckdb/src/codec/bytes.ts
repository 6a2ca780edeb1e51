import { refuseRead, refuseWrite, type Codec } from "tablewright/dialect";

/** `BLOB`. */
export const bytes: Codec<Uint8Array> = {
  name: "bytes",
  read: (value) => (value instanceof Uint8Array ? value : refuseRead("bytes", "bytes", value)),
  write: (value) => (value instanceof Uint8Array ? value : refuseWrite("bytes", "a Uint8Array", value)),
  is: (value): value is Uint8Array => value instanceof Uint8Array,
  wide: false,
};
