/** An error that the server sent, as tedious gives it. */
export interface SqlserverServerError extends Error {
  /** https://learn.microsoft.com/en-us/sql/relational-databases/errors-events/database-engine-events-and-errors */
  readonly number: number;
  /** The severity: from 20 on the server ends the connection. */
  readonly class: number;
}

export function isSqlserverServerError(error: unknown): error is SqlserverServerError {
  return error instanceof Error && "number" in error && typeof error.number === "number";
}

/**
 * The error that tells the most, of those that a statement ended with: the server follows the cause up with words such as "The statement has been
 * terminated", and a trigger that rolled back with one of its own.
 */
export function toMainError(error: unknown): unknown {
  if (!(error instanceof AggregateError)) return error;
  const errors: readonly unknown[] = error.errors;
  return errors.find((one) => !isSqlserverServerError(one) || !followUps.has(one.number)) ?? errors[0];
}

/** Terminated; ended in a trigger; transaction counts that do not match; a transaction rolled back at the end of the batch. */
const followUps: ReadonlySet<number> = new Set([266, 3609, 3616, 3621, 3930, 3998]);
