import { diagnostic, type Diagnostic } from "../../diagnostics.js";
import picomatch from "picomatch";
import type { DatabaseModel, RoutineModel } from "../../model/database-model.js";
import { isCallable, obstacleOf } from "./is-callable.js";
import { subjectOf } from "./naming.js";
import type { PlanOptions } from "./plan-options.js";

/** The routines that get a method, of those that the options choose. */
export function callableRoutines(model: DatabaseModel, options: PlanOptions): readonly RoutineModel[] {
  return chosenRoutines(model, options).filter((routine) => isCallable(routine) && obstacleOf(routine) === null);
}

/** A note for each routine that could be called, but not without words that only SQL has. */
export function noteObstacles(model: DatabaseModel, options: PlanOptions): readonly Diagnostic[] {
  return chosenRoutines(model, options)
    .filter(isCallable)
    .flatMap((routine) => {
      const reason = obstacleOf(routine);
      return reason === null ? [] : [diagnostic("TW1021", `${subjectOf(routine)}(${routine.signature})`, { reason })];
    });
}

/** Globs on `name` or `schema.name`; those that begin with `!` take routines out. */
function chosenRoutines({ routines }: DatabaseModel, options: PlanOptions): readonly RoutineModel[] {
  if (typeof options.routines === "boolean") return options.routines ? routines : [];
  const excluded = options.routines.filter((glob) => glob.startsWith("!")).map((glob) => glob.slice(1));
  const included = options.routines.filter((glob) => !glob.startsWith("!"));
  const isIncluded = included.length === 0 ? () => true : toMatcher(included);
  const isExcluded = toMatcher(excluded);
  return routines.filter((routine) => isIncluded(routine) && !isExcluded(routine));
}

function toMatcher(globs: readonly string[]): (routine: RoutineModel) => boolean {
  const matches = picomatch([...globs], { dot: true, nobracket: true, noextglob: true });
  return (routine) => matches(routine.name) || matches(subjectOf(routine));
}
