import type { CallOptions } from "../executor.js";
import type { Lock } from "../types/query-options.js";

/** The options of any call that reads rows, as a repository sees them: it knows the table at run time only. */
export interface ListQuery extends CallOptions {
  readonly where?: object | undefined;
  readonly orderBy?: object | readonly object[] | undefined;
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
  readonly select?: readonly PropertyKey[] | undefined;
  readonly include?: object | undefined;
  readonly lock?: Lock | undefined;
}
