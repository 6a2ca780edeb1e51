import type { Codec } from "../../codec.js";
import { refuseRead, refuseWrite } from "../refuse.js";
import { isWellFormed } from "../text-value.js";

/** Character types. A number, which a column without TEXT affinity may hold, reads as its digits. */
export const text: Codec<string> = {
  name: "text",
  read: (value) => (typeof value === "string" ? value : readNumber("text", value)),
  write: (value) => (isStorableText(value) ? value : refuseWrite("text", storable, value)),
  is: isStorableText,
  wide: false,
};

/** UUIDs as text, in the spelling that is stored. */
export const uuid: Codec<string> = {
  name: "uuid",
  read: (value) => (typeof value === "string" ? value : refuseRead("uuid", "a text", value)),
  write: (value) =>
    isUuid(value) ? value : refuseWrite("uuid", "a UUID of 32 hexadecimal digits and 4 dashes", value),
  is: isUuid,
  wide: false,
};

/** Types whose text is their value. */
export const opaque: Codec<string> = {
  name: "opaque",
  read: (value) => (typeof value === "string" ? value : readNumber("opaque", value)),
  write: (value) => (isStorableText(value) ? value : refuseWrite("opaque", storable, value)),
  is: isStorableText,
  wide: false,
};

function readNumber(codec: string, value: unknown): string {
  if (typeof value === "bigint") return String(value);
  const exact = typeof value === "number" && (Number.isSafeInteger(value) || !Number.isInteger(value));
  return exact ? String(value) : refuseRead(codec, "a text", value);
}

/** SQLite stores the null character; a lone surrogate has no UTF-8 form. */
function isStorableText(value: unknown): value is string {
  return typeof value === "string" && isWellFormed(value);
}

function isUuid(value: unknown): value is string {
  return typeof value === "string" && /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(value);
}

const storable = "a text without lone surrogates";
