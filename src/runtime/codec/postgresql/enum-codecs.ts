import type { Codec } from "../../codec.js";
import { listCodec, numberListCodec } from "../list-codec.js";

/** One of a list of labels; another one, added to the database since, throws. */
export function enumOf<T extends string>(values: readonly T[]): Codec<T> {
  return listCodec({ name: "enumOf", values, expected: "a label of the generated list" });
}

/** One of a list of numbers, in a column of any numeric type. */
export function numberEnumOf<T extends number>(values: readonly T[]): Codec<T> {
  return numberListCodec(values, Number, String);
}
