import { InvalidQueryError } from "../errors/query-errors.js";
import { inputsOf, routineTitle, type NamedParameter } from "./routine-arguments.js";
import type { RoutineMeta } from "./routine-meta.js";

/** The overload of that signature, or the first one that takes what is given: TypeScript chooses in the same order. */
export function chooseOverload(
  overloads: readonly [RoutineMeta, ...RoutineMeta[]],
  given: object,
  signature: string | undefined,
): RoutineMeta {
  const chosen = overloads.find((routine) =>
    signature === undefined ? takes(routine, given) : routine.signature === signature,
  );
  if (chosen !== undefined) return chosen;
  const known = overloads.map((routine) => `(${routine.signature})`).join(", ");
  const wanted = signature === undefined ? "no overload takes these values" : `there is no overload (${signature})`;
  throw new InvalidQueryError(`${routineTitle(overloads[0])}: calling it: ${wanted}: it has ${known}`);
}

function takes(routine: RoutineMeta, given: object): boolean {
  const values = new Map(Object.entries(given).filter(([, value]) => value !== undefined));
  const inputs = inputsOf(routine);
  const known = new Set(inputs.map(([property]) => property));
  return [...values.keys()].every((property) => known.has(property)) && inputs.every((input) => isMet(input, values));
}

function isMet([property, { codec, optional }]: NamedParameter, values: ReadonlyMap<string, unknown>): boolean {
  if (!values.has(property)) return optional === true;
  const value = values.get(property);
  return value === null || codec.is(value) || isOfType(codec.is, value);
}

/**
 * Whether a value that a codec refuses is of its TypeScript type all the same: a fraction is a number, though no integer. Such a call is for this overload,
 * which then refuses it with a reason.
 */
function isOfType(is: (value: unknown) => boolean, value: unknown): boolean {
  return samples.some((sample) => typeof sample === typeof value && is(sample));
}

/** Values of the types whose codecs take only some: integers, texts of a form. */
const samples: readonly unknown[] = [
  0,
  0n,
  "0",
  "2000-01-01",
  "00:00:00",
  "00:00:00Z",
  "2000-01-01T00:00:00Z",
  "2000-01-01T00:00:00",
  "P1D",
  "00000000-0000-0000-0000-000000000000",
];
