import type { Codec } from "../../codec.js";
import { numberListCodec } from "../list-codec.js";

/** One of a list of numbers; another one throws. */
export function numberEnumOf<T extends number>(values: readonly T[]): Codec<T> {
  // Digits: of a decimal or a bigint.
  return numberListCodec(values, (value) => (typeof value === "string" && value !== "" ? Number(value) : value));
}
