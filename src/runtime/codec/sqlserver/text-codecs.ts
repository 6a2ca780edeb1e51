import type { Codec } from "../../codec.js";
import { refuseRead, refuseWrite } from "../refuse.js";

/** Character types. `nvarchar` keeps any 16-bit units; `varchar` keeps what its code page has. */
export const text: Codec<string> = toText("text");

/** Types whose text is their value. */
export const opaque: Codec<string> = toText("opaque");

/** The same, without an equality operator: `xml`. */
export const opaqueUnequal: Codec<string> = toText("opaqueUnequal");

/** `uniqueidentifier`, which the driver gives in upper case: reads in lower case, as other engines print it. */
export const uuid: Codec<string> = {
  name: "uuid",
  read: (value) => (typeof value === "string" ? value.toLowerCase() : refuseRead("uuid", "a text", value)),
  write: (value) =>
    isUuid(value) ? value : refuseWrite("uuid", "a UUID of 32 hexadecimal digits and 4 dashes", value),
  is: isUuid,
  wide: false,
};

function toText(name: string): Codec<string> {
  return {
    name,
    read: (value) => (typeof value === "string" ? value : refuseRead(name, "a text", value)),
    write: (value) => (typeof value === "string" ? value : refuseWrite(name, "a text", value)),
    is: (value): value is string => typeof value === "string",
    wide: false,
  };
}

function isUuid(value: unknown): value is string {
  return typeof value === "string" && /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(value);
}
