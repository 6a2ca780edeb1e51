import type { Codec } from "../../codec.js";
import { refuseRead, refuseWrite } from "../refuse.js";
import { isWellFormed } from "../text-value.js";

/**
 * Character types. The server holds no empty text: one that is written is NULL
 * (https://docs.oracle.com/en/database/oracle/oracle-database/23/sqlrf/Nulls.html), which a column that cannot be NULL refuses with `NotNullViolationError`.
 */
export const text: Codec<string> = toText("text");

/** A UUID that a column holds as text. */
export const uuid: Codec<string> = {
  name: "uuid",
  read: (value) => (typeof value === "string" ? value : refuseRead("uuid", "a text", value)),
  write: (value) =>
    isUuid(value) ? value : refuseWrite("uuid", "a UUID of 32 hexadecimal digits and 4 dashes", value),
  is: isUuid,
  wide: false,
};

/** Types whose text is their value: ROWID and UROWID. */
export const opaque: Codec<string> = toText("opaque");

/** The same, without an equality operator: XMLTYPE. */
export const opaqueUnequal: Codec<string> = toText("opaqueUnequal");

/** One of a list of texts; another one throws. */
export function enumOf<T extends string>(values: readonly T[]): Codec<T> {
  const known: ReadonlyMap<unknown, T> = new Map(values.map((value) => [value, value]));
  return {
    name: "enumOf",
    read: (value) => known.get(value) ?? readPadded(known, value),
    write: (value) => known.get(value) ?? refuseWrite("enumOf", "a text of the generated list", value),
    is: (value): value is T => known.has(value),
    wide: false,
  };
}

/** A CHAR comes with blanks up to its length. */
function readPadded<T extends string>(known: ReadonlyMap<unknown, T>, value: unknown): T {
  const bare = typeof value === "string" ? value.replace(/ +$/, "") : value;
  return known.get(bare) ?? refuseRead("enumOf", "a text of the generated list", value);
}

/** Whether a text has a UTF-8 form. */
export function isStorableText(value: unknown): value is string {
  return typeof value === "string" && isWellFormed(value);
}

function toText(name: string): Codec<string> {
  return {
    name,
    read: (value) => (typeof value === "string" ? value : refuseRead(name, "a text", value)),
    write: (value) => (isStorableText(value) ? value : refuseWrite(name, "a text without lone surrogates", value)),
    is: isStorableText,
    wide: false,
  };
}

function isUuid(value: unknown): value is string {
  return typeof value === "string" && /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(value);
}
