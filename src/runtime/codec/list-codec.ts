import type { Codec } from "../codec.js";
import { refuseRead, refuseWrite } from "./refuse.js";

export interface ListCodecParts<T> {
  /** The codec's name in errors. */
  readonly name: string;
  readonly values: readonly T[];
  /** What a value must be, for errors: `a number of the generated list`. */
  readonly expected: string;
  /** The value that a driver's value stands for; absent where they are the same. */
  readonly toListed?: (value: unknown) => unknown;
  /** A listed value as the driver takes it; absent where they are the same. */
  readonly toDriver?: (value: T) => unknown;
}

/** One of a list of texts or numbers; another one, added to the database since, throws. */
export function listCodec<T extends string | number>({
  name,
  values,
  expected,
  toListed = same,
  toDriver = same,
}: ListCodecParts<T>): Codec<T> {
  const known: ReadonlyMap<unknown, T> = new Map(values.map((value) => [value, value]));
  const is = (value: unknown): value is T => known.has(value);
  return {
    name,
    read: (value) => known.get(toListed(value)) ?? refuseRead(name, expected, value),
    write: (value) => (is(value) ? toDriver(value) : refuseWrite(name, expected, value)),
    is,
    wide: false,
  };
}

/** One of a list of texts, which the driver reads and writes as texts. Another one throws. */
export function enumOf<T extends string>(values: readonly T[]): Codec<T> {
  return listCodec({ name: "enumOf", values, expected: "a text of the generated list" });
}

/** One of a list of numbers; another one throws. `toListed` and `toDriver` are those of `listCodec`. */
export function numberListCodec<T extends number>(
  values: readonly T[],
  toListed: (value: unknown) => unknown,
  toDriver?: (value: T) => unknown,
): Codec<T> {
  const parts = { name: "numberEnumOf", values, expected: "a number of the generated list", toListed };
  return listCodec(toDriver === undefined ? parts : { ...parts, toDriver });
}

function same(value: unknown): unknown {
  return value;
}
