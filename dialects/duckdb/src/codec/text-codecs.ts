import { isWellFormed, refuseRead, refuseWrite, type Codec } from "tablewright/dialect";

/** `VARCHAR`, which holds the null character too. */
export const text: Codec<string> = textCodec("text", isStorable, "a text without lone surrogates");

/** `UUID`, in lower case as the database prints it. */
export const uuid: Codec<string> = {
  ...textCodec("uuid", isUuid, "a UUID of 32 hexadecimal digits and 4 dashes"),
  write: (value) =>
    isUuid(value) ? value.toLowerCase() : refuseWrite("uuid", "a UUID of 32 hexadecimal digits and 4 dashes", value),
};

/** `BIT`: its digits. */
export const opaque: Codec<string> = textCodec("opaque", isStorable, "a text without lone surrogates");

/** What no type of TypeScript is known for: it is read as the driver gives it, and cannot be written. */
export const unknown: Codec = {
  name: "unknown",
  read: (value) => value,
  write: (value) => value,
  is: (value): value is unknown => value !== undefined,
  wide: false,
};

function textCodec(name: string, is: (value: unknown) => value is string, expected: string): Codec<string> {
  return {
    name,
    read: (value) => (typeof value === "string" ? value : refuseRead(name, "a text", value)),
    write: (value) => (is(value) ? value : refuseWrite(name, expected, value)),
    is,
    wide: false,
  };
}

function isStorable(value: unknown): value is string {
  return typeof value === "string" && isWellFormed(value);
}

function isUuid(value: unknown): value is string {
  return typeof value === "string" && /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(value);
}
