import type { Codec } from "../../codec.js";
import { refuseRead, refuseWrite } from "../refuse.js";

/** One of a list of labels; another one, added to the database since, throws. */
export function enumOf<T extends string>(values: readonly T[]): Codec<T> {
  const known: ReadonlyMap<unknown, T> = new Map(values.map((value) => [value, value]));
  return {
    name: "enumOf",
    read: (value) => known.get(value) ?? refuseRead("enumOf", "a label of the generated list", value),
    write: (value) => known.get(value) ?? refuseWrite("enumOf", "a label of the generated list", value),
    is: (value): value is T => known.has(value),
    wide: false,
  };
}

/** One of a list of numbers, in a column of any numeric type. */
export function numberEnumOf<T extends number>(values: readonly T[]): Codec<T> {
  const known: ReadonlyMap<unknown, T> = new Map(values.map((value) => [value, value]));
  return {
    name: "numberEnumOf",
    read: (value) => known.get(Number(value)) ?? refuseRead("numberEnumOf", "a number of the generated list", value),
    write: (value) =>
      known.has(value) ? String(value) : refuseWrite("numberEnumOf", "a number of the generated list", value),
    is: (value): value is T => known.has(value),
    wide: false,
  };
}
