import type { Codec } from "../../codec.js";
import { refuseRead, refuseWrite } from "../refuse.js";
import { isWellFormed } from "../text-value.js";

/** Character types. */
export const text: Codec<string> = {
  name: "text",
  read: (value) => (typeof value === "string" ? value : refuseRead("text", "a text", value)),
  write: (value) => (isStorableText(value) ? value : refuseWrite("text", storable, value)),
  is: isStorableText,
  wide: false,
};

/** MariaDB's `uuid`: reads in lower case. */
export const uuid: Codec<string> = {
  name: "uuid",
  read: (value) => (typeof value === "string" ? value : refuseRead("uuid", "a text", value)),
  write: (value) =>
    isUuid(value) ? value : refuseWrite("uuid", "a UUID of 32 hexadecimal digits and 4 dashes", value),
  is: isUuid,
  wide: false,
};

/** Types of the server whose text is their value: MariaDB's `inet4` and `inet6`. */
export const opaque: Codec<string> = {
  name: "opaque",
  read: (value) => (typeof value === "string" ? value : refuseRead("opaque", "a text", value)),
  write: (value) => (isStorableText(value) ? value : refuseWrite("opaque", storable, value)),
  is: isStorableText,
  wide: false,
};

/** A lone surrogate has no UTF-8 form. */
export function isStorableText(value: unknown): value is string {
  return typeof value === "string" && isWellFormed(value);
}

function isUuid(value: unknown): value is string {
  return typeof value === "string" && /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(value);
}

const storable = "a text without lone surrogates";
