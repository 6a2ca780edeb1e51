import type { Eventually, Executor } from "./executor.js";
import {
  DeadlockError,
  LockTimeoutError,
  SerializationFailureError,
  TransactionMisuseError,
} from "./errors/transaction-errors.js";
import type { TransactionScope } from "./transaction-scope.js";

/** One open transaction or savepoint, as its engine sees it. */
export interface OpenTransaction {
  readonly executor: Executor;
  /** The scope that the executor's calls go through. */
  readonly scope: TransactionScope;
  /** Whether the scope around it waits meanwhile, so that calls on it must be noticed. */
  readonly exclusive: boolean;
  commit(): Eventually<void>;
  /** Must not fail for a transaction that is gone already. */
  rollback(): Eventually<void>;
}

/** Opens a transaction, runs the function in it, and commits; on an error it rolls back and, where the error allows it, starts anew. */
export async function runTransaction<R>(
  begin: () => Eventually<OpenTransaction>,
  run: (tx: Executor) => Promise<R>,
  retries = 0,
): Promise<R> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const begun = begin();
      return await runOnce(begun instanceof Promise ? await begun : begun, run);
    } catch (error) {
      if (attempt >= retries || !isRetryable(error)) throw error;
      await pause(attempt);
    }
  }
}

async function runOnce<R>(open: OpenTransaction, run: (tx: Executor) => Promise<R>): Promise<R> {
  const { executor, scope } = open;
  let result: R;
  try {
    result = await (open.exclusive ? scope.run(() => run(executor)) : run(executor));
  } catch (error) {
    await end(scope);
    await open.rollback();
    throw error;
  }
  if (scope.idle) scope.end(toEndError);
  else await end(scope);
  const committing = open.commit();
  if (committing instanceof Promise) await committing;
  return result;
}

/** Waits for calls that the function left under way, and refuses later ones. */
async function end(scope: TransactionScope): Promise<void> {
  if (!scope.idle) await scope.turn();
  scope.end(toEndError);
}

function toEndError(): Error {
  return new TransactionMisuseError("transaction: it was used after its end");
}

function isRetryable(error: unknown): boolean {
  return error instanceof SerializationFailureError || error instanceof DeadlockError || isBusy(error);
}

/** PostgreSQL's lock timeout is somebody's setting, which trying again would defeat. */
function isBusy(error: unknown): boolean {
  return error instanceof LockTimeoutError && (error.engineCode?.startsWith("SQLITE_BUSY") ?? false);
}

/** 10, 20, 40 … 640 ms, each shortened by up to half at random so that the rivals do not meet again. */
function pause(attempt: number): Promise<void> {
  const longest = 10 * 2 ** Math.min(attempt, 6);
  return new Promise((resolve) => setTimeout(resolve, longest * (0.5 + Math.random() / 2)));
}
