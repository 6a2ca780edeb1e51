import type { Codec } from "../../codec.js";
import { refuseRead, refuseWrite } from "../refuse.js";

/** `set`: some of a list of texts, in the list's order and each once, whatever the order they were written in. */
export function setOf<T extends string>(values: readonly T[]): Codec<T[]> {
  const known: ReadonlyMap<unknown, T> = new Map(values.map((value) => [value, value]));
  const isSet = (value: unknown): value is T[] =>
    Array.isArray(value) && Array.from(value as unknown[]).every((item) => known.has(item));
  return {
    name: "setOf",
    read(value) {
      if (value === "") return [];
      if (typeof value !== "string") return refuseRead("setOf", "a set", value);
      return value
        .split(",")
        .map((item) => known.get(item) ?? refuseRead("setOf", "texts of the generated list", value));
    },
    write(value) {
      if (!isSet(value)) return refuseWrite("setOf", "a list of texts of the generated list", value);
      const given = new Set<T>(value);
      return values.filter((item) => given.has(item)).join(",");
    },
    is: isSet,
    wide: false,
  };
}
