import type { RoutineModel } from "../../model/database-model.js";

/**
 * Whether a routine gets a method: functions and procedures that SQL can call with values of types. Aggregates and window functions need rows around them;
 * trigger functions are called by the server; what takes or gives an `internal`, or text forms as C strings, serves the server.
 */
export function isCallable({ kind, parameters, returns }: RoutineModel): boolean {
  if (kind !== "function" && kind !== "procedure") return false;
  const types = [...parameters.map(({ databaseType }) => databaseType), returns?.databaseType ?? ""];
  return !types.some((type) => serverTypes.has(type));
}

/** Why a call needs more than values; null where it does not. */
export function obstacleOf({ language, parameters, returns }: RoutineModel): string | null {
  const types = [...parameters, ...(returns === null ? [] : [returns])];
  if (types.some(({ databaseType }) => polymorphicTypes.has(databaseType)))
    return "it takes or gives any type there is, and a call has to say which";
  const isUnnamed = returns?.databaseType === "record" && !parameters.some(({ mode }) => outputModes.has(mode));
  // A function in SQL gives its rows to any place of a statement, one in another language only to a list of columns.
  return isUnnamed && returns.set && language !== "sql"
    ? "it gives records whose columns the catalog does not know, and a call has to list them"
    : null;
}

const outputModes: ReadonlySet<string> = new Set(["out", "inout", "table"]);

/** Pseudo-types: https://www.postgresql.org/docs/current/datatype-pseudo.html. */
const serverTypes: ReadonlySet<string> = new Set([
  "cstring",
  "event_trigger",
  "fdw_handler",
  "index_am_handler",
  "internal",
  "language_handler",
  "opaque",
  "pg_ddl_command",
  "table_am_handler",
  "trigger",
  "tsm_handler",
]);

const polymorphicTypes: ReadonlySet<string> = new Set([
  '"any"',
  "anyarray",
  "anycompatible",
  "anycompatiblearray",
  "anycompatiblemultirange",
  "anycompatiblenonarray",
  "anycompatiblerange",
  "anyelement",
  "anyenum",
  "anymultirange",
  "anynonarray",
  "anyrange",
]);
