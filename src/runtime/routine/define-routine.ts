import type { RoutineMeta } from "./routine-meta.js";

/** Declares a function or procedure, with the type of its result: called by generated code. */
export function defineRoutine<R>(definition: RoutineMeta<R>): RoutineMeta<R> {
  return definition;
}
