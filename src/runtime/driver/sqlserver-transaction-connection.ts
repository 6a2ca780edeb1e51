import type * as Tedious from "tedious";
import { TransactionAbortedError, TransactionMisuseError } from "../errors/transaction-errors.js";
import type { SqlserverConnection } from "./sqlserver-connection.js";
import { sendSqlserver } from "./sqlserver-query.js";

/**
 * A transaction's connection, which knows whether the transaction is still there: the server tells of its end in its answers (the ENVCHANGE tokens of
 * https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-tds/), and is asked after a failure. Statements that follow would each be a
 * transaction of their own, so they are refused.
 */
export class SqlserverTransactionConnection {
  readonly connection: SqlserverConnection;
  readonly #tedious: typeof Tedious;
  #toRefusal: (() => Error) | null = null;

  constructor(connection: SqlserverConnection, tedious: typeof Tedious) {
    this.connection = connection;
    this.#tedious = tedious;
  }

  /** The error for a later statement; null while the transaction is open. */
  refusal(): Error | null {
    return this.#toRefusal?.() ?? null;
  }

  /** Takes note of what a statement has left, by the error that it ended with, or null. */
  notice(failure: unknown, then: () => void): void {
    const { connection } = this;
    const isTold = connection.closed || !connection.inTransaction;
    if (isTold) this.#toRefusal ??= failure === null ? toEnded : toAborted;
    if (isTold || failure === null) return then();
    // Some ways of failing end a transaction, or leave one that can only be rolled back: -1.
    const request = { sql: "select cast(xact_state() as int)", params: [], command: true };
    sendSqlserver(this.#tedious, connection, request, (_, result) => {
      if (Number(result?.sets[0]?.rows[0]?.[0]) !== 1) this.#toRefusal ??= toAborted;
      then();
    });
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
