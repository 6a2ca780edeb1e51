import type { Codec } from "../../codec.js";
import { refuseRead, refuseWrite } from "../refuse.js";

/** One of a list of texts. Another one throws: so does the empty text that the server keeps for a value it did not know. */
export function enumOf<T extends string>(values: readonly T[]): Codec<T> {
  const known: ReadonlyMap<unknown, T> = new Map(values.map((value) => [value, value]));
  return {
    name: "enumOf",
    read: (value) => known.get(value) ?? refuseRead("enumOf", "a text of the generated list", value),
    write: (value) => known.get(value) ?? refuseWrite("enumOf", "a text of the generated list", value),
    is: (value): value is T => known.has(value),
    wide: false,
  };
}

/** One of a list of numbers; another one throws. */
export function numberEnumOf<T extends number>(values: readonly T[]): Codec<T> {
  const known: ReadonlyMap<unknown, T> = new Map(values.map((value) => [value, value]));
  return {
    name: "numberEnumOf",
    // Digits: of a decimal or a bigint.
    read: (value) =>
      known.get(typeof value === "string" && value !== "" ? Number(value) : value) ??
      refuseRead("numberEnumOf", "a number of the generated list", value),
    write: (value) => known.get(value) ?? refuseWrite("numberEnumOf", "a number of the generated list", value),
    is: (value): value is T => known.has(value),
    wide: false,
  };
}
