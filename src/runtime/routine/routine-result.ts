import type { Dialect } from "../dialect/dialect.js";
import type { Row } from "../executor.js";

/** How the rows of a call become its result. */
export interface ReadRoutineResult<R = unknown> {
  /** The whole statement for a function, given its call: `"f"($1)`. Procedures are called, whatever it says. */
  readonly select: (call: string, dialect: Dialect) => string;
  /** The result of a function's rows, or of the row of a procedure's outputs. `routine` names it in errors. */
  readonly read: (rows: readonly Row[], routine: string) => R;
  /** For a procedure whose row sets are wanted too: the result of its outputs and its sets. */
  readonly readSets?: (rows: readonly Row[], sets: readonly (readonly object[])[], routine: string) => R;
}
