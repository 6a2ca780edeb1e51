import { CodecError } from "../errors/codec-error.js";
import { InvalidQueryError } from "../errors/query-errors.js";
import type { RoutineMeta, RoutineParameter } from "./routine-meta.js";

/** A parameter with the value that its call gives it, as the driver binds it. */
export interface RoutineArgument {
  readonly property: string;
  readonly parameter: RoutineParameter;
  /** Undefined for an output, which has none, and for an input that is left to its default. */
  readonly value: unknown;
}

/** What diagnostics and errors call a routine: `sales.total`. */
export function routineTitle({ schema, name }: RoutineMeta): string {
  return schema === undefined ? name : `${schema}.${name}`;
}

/** The values of a call, checked and converted, for every parameter in its order. */
export function toArguments(routine: RoutineMeta, given: object): readonly RoutineArgument[] {
  const values: ReadonlyMap<string, unknown> = new Map(Object.entries(given));
  const known = new Set(inputsOf(routine).map(([property]) => property));
  const stray = [...values.keys()].find((property) => !known.has(property));
  if (stray !== undefined)
    throw new InvalidQueryError(`${routineTitle(routine)}: calling it: it has no parameter "${stray}"`);
  return Object.entries(routine.parameters).map(([property, parameter]) => {
    const value = parameter.mode === "out" ? undefined : toValue(routine, [property, parameter], values.get(property));
    return { property, parameter, value };
  });
}

/** A parameter by its property. */
export type NamedParameter = readonly [property: string, parameter: RoutineParameter];

/** The parameters that a call gives. */
export function inputsOf({ parameters }: RoutineMeta): readonly NamedParameter[] {
  return Object.entries(parameters).filter(([, { mode }]) => mode !== "out");
}

function toValue(routine: RoutineMeta, [property, { codec, optional }]: NamedParameter, value: unknown): unknown {
  if (value === null) return null;
  const table = routineTitle(routine);
  if (value === undefined) {
    if (optional === true) return undefined;
    throw new InvalidQueryError(`${table}: calling it: the parameter "${property}" is undefined: give null for NULL`);
  }
  try {
    return codec.write(value);
  } catch (error) {
    throw error instanceof CodecError ? error.at({ table, property }) : error;
  }
}
