import type { Dialect } from "../dialect/dialect.js";
import { InvalidQueryError } from "../errors/query-errors.js";
import { routineTitle, type RoutineArgument } from "./routine-arguments.js";
import type { RoutineMeta } from "./routine-meta.js";

/** A call's text and the values bound to it. */
export interface CallText {
  /** `"public"."f"("a" => $1::integer)`. */
  readonly text: string;
  readonly params: readonly unknown[];
}

/**
 * A call in PostgreSQL's named notation, in which what has a default can be left out
 * (https://www.postgresql.org/docs/current/sql-syntax-calling-funcs.html). Up to the last parameter without a name, values are given by their places.
 */
export function toPostgresqlCall(routine: RoutineMeta, args: readonly RoutineArgument[], dialect: Dialect): CallText {
  const params: unknown[] = [];
  const lastUnnamed = lastPositional(args);
  const texts = args.flatMap((argument, place) => {
    if (!isGiven(argument)) return place < lastUnnamed ? [refuseGap(routine, argument)] : [];
    const { mode, name, type } = argument.parameter;
    const cast = type === undefined ? "" : `::${type}`;
    const value = mode === "out" ? `null${cast}` : `${dialect.placeholder(params.push(argument.value))}${cast}`;
    const named = place > lastUnnamed && name !== undefined ? `${dialect.quote(name)} => ${value}` : value;
    return [mode === "variadic" ? `variadic ${named}` : named];
  });
  return { text: `${qualifiedName(routine, dialect)}(${texts.join(", ")})`, params };
}

/** The last parameter whose value is given by its place. A variadic one can be left out only of a call without names. */
function lastPositional(args: readonly RoutineArgument[]): number {
  const isShort = args.some((argument) => argument.parameter.mode === "variadic" && !isGiven(argument));
  return args.findLastIndex((argument) => isGiven(argument) && (isShort || argument.parameter.name === undefined));
}

/** The name of a routine in SQL. */
export function qualifiedName({ schema, name }: RoutineMeta, dialect: Dialect): string {
  return schema === undefined ? dialect.quote(name) : `${dialect.quote(schema)}.${dialect.quote(name)}`;
}

/** The outputs of a procedure take part in its call, with any value. */
function isGiven({ parameter, value }: RoutineArgument): boolean {
  return parameter.mode === "out" || value !== undefined;
}

function refuseGap(routine: RoutineMeta, { property }: RoutineArgument): never {
  throw new InvalidQueryError(
    `${routineTitle(routine)}: calling it: "${property}" cannot be left out before a value that is given by its place`,
  );
}
