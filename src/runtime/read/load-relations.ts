import type { Eventually, Executor, Row } from "../executor.js";
import type { Inclusion } from "./inclusion.js";
import type { Projection } from "./projection.js";

/** Rows whose relations are to be loaded: `results` are changed. */
export interface Parents {
  readonly projection: Projection;
  readonly inclusions: readonly Inclusion[];
  readonly rows: readonly Row[];
  /** Pairwise with `rows`. */
  readonly results: readonly object[];
}

/** Loads relations with one statement for each, whatever the number of rows. */
export function loadRelations(executor: Executor, parents: Parents): Eventually<void> {
  throw new Error("soon");
}
