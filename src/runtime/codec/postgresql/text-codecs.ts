import type { Codec } from "../../codec.js";
import { refuseWrite } from "../refuse.js";
import { isWellFormed } from "../text-value.js";

/** Character types. */
export const text: Codec<string> = {
  name: "text",
  read: (value) => value as string,
  write: (value) => (isServerText(value) ? value : refuseWrite("text", serverText, value)),
  is: isServerText,
  wide: false,
};

/** `uuid`: reads in lower case. */
export const uuid: Codec<string> = {
  name: "uuid",
  read: (value) => value as string,
  write: (value) =>
    isUuid(value) ? value : refuseWrite("uuid", "a UUID of 32 hexadecimal digits and 4 dashes", value),
  is: isUuid,
  wide: false,
};

/** Types of the server whose text is their value: `inet`, `macaddr`, bit strings, `tsvector`. */
export const opaque: Codec<string> = {
  name: "opaque",
  read: (value) => value as string,
  write: (value) => (isServerText(value) ? value : refuseWrite("opaque", serverText, value)),
  is: isServerText,
  wide: false,
};

/** The same, for types that have no equality operator: `xml`, `point`. */
export const opaqueUnequal: Codec<string> = {
  name: "opaqueUnequal",
  read: (value) => value as string,
  write: (value) => (isServerText(value) ? value : refuseWrite("opaqueUnequal", serverText, value)),
  is: isServerText,
  wide: false,
};

/** A type that is not understood: its text as it stands. */
export const unknown: Codec = {
  name: "unknown",
  read: (value) => value,
  write: (value) => (isServerText(value) ? value : refuseWrite("unknown", serverText, value)),
  is: (value): value is unknown => isServerText(value),
  wide: false,
};

/** Whether the server can hold a text: it knows neither the null character nor lone surrogates. */
function isServerText(value: unknown): value is string {
  return typeof value === "string" && !value.includes("\0") && isWellFormed(value);
}

function isUuid(value: unknown): value is string {
  return typeof value === "string" && uuidText.test(value);
}

const serverText = "a text without null characters and lone surrogates";
const uuidText = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
