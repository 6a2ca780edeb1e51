import type { Executor } from "../executor.js";

/** Runs statements that belong together: in the transaction that is open, or in one of their own. */
export async function inTransaction<R>(executor: Executor, run: (tx: Executor) => Promise<R>): Promise<R> {
  return executor.inTransaction === true ? run(executor) : executor.transaction(run);
}
