import type fc from "fast-check";
import type { Codec } from "../../../src/runtime/codec.js";

/** Values of one column type, each of which must come back from the database as it went in. */
export interface TypeValues {
  /** The column's type in the database. */
  readonly type: string;
  readonly codec: Codec;
  readonly values: readonly unknown[];
  /** Random values; absent where the edge values are all there are. */
  readonly arbitrary?: fc.Arbitrary<unknown>;
  /** The server's major version that brought them; absent where every supported one has them. */
  readonly since?: number;
  /** True where generated code has another codec for the type, unless a rule or a check says so. */
  readonly byRule?: boolean;
}

/** The same, for a codec that generated code has by a rule or a check. */
export function byRule(entry: TypeValues): TypeValues {
  return { ...entry, byRule: true };
}

/** The same, for servers from a version on. */
export function since(version: number, entry: TypeValues): TypeValues {
  return { ...entry, since: version };
}

export function values<T>(type: string, codec: Codec<T>, list: readonly T[], arbitrary?: fc.Arbitrary<T>): TypeValues {
  return { type, codec, values: list, ...(arbitrary === undefined ? {} : { arbitrary }) };
}
