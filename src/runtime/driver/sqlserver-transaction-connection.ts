import { TransactionAbortedError, TransactionMisuseError } from "../errors/transaction-errors.js";
import type { SqlserverConnection } from "./sqlserver-connection.js";

/**
 * A transaction's connection, which knows whether the transaction is still there: the server tells of each end in its answer. Statements that follow
 * would each be a transaction of their own, so they are refused. A transaction that can only be rolled back (`XACT_STATE()` -1) does not outlive its batch
 * (https://learn.microsoft.com/en-us/sql/t-sql/language-elements/try-catch-transact-sql, "Uncommittable transactions").
 */
export class SqlserverTransactionConnection {
  readonly connection: SqlserverConnection;
  #toRefusal: (() => Error) | null = null;

  constructor(connection: SqlserverConnection) {
    this.connection = connection;
  }

  /** The error for a later statement; null while the transaction is open. */
  refusal(): Error | null {
    return this.#toRefusal?.() ?? null;
  }

  /** Takes note of what a statement has left, by the error that it ended with, or null. */
  notice(failure: unknown): void {
    if (this.connection.inTransaction && !this.connection.closed) return;
    this.#toRefusal ??= failure === null ? toEnded : toAborted;
  }
}

function toAborted(): Error {
  return new TransactionAbortedError("transaction: a statement in it had failed, so nothing of it was kept");
}

function toEnded(): Error {
  return new TransactionMisuseError(
    "transaction: a statement in it had committed it or rolled it back: nothing more can run in it",
  );
}
