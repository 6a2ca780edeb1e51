import { typesOfCodecs } from "../casts.js";

const types: ReadonlyMap<string, string> = new Map(Object.entries(typesOfCodecs));

/** The type of a codec's values, by its name with or without arguments; undefined where the column states it. */
export function typeOfCodec(codec: string): string | undefined {
  return types.get(codec.replace(/\(.*$/s, ""));
}
