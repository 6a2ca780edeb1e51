import { TransactionAbortedError, TransactionMisuseError } from "../errors/transaction-errors.js";
import { endsTransaction } from "./oracle-ending.js";
import { breaksConnection } from "./oracle-error.js";
import { isOracleError, toNumber } from "./oracle-server-error.js";
import type { OracleSession } from "./oracle-session.js";

/**
 * A transaction's connection, which knows whether the transaction is still there. A statement that fails undoes nothing but itself; what ends a transaction is a
 * definition, which commits it, and a connection that is lost. Statements that follow would be a transaction of their own, so they are refused.
 */
export class OracleTransactionConnection {
  readonly session: OracleSession;
  /** The error that the connection was lost with; null while it is there. */
  lost: unknown = null;
  #toRefusal: (() => Error) | null = null;

  constructor(session: OracleSession) {
    this.session = session;
  }

  /** The error for a later statement; null while the transaction is open. */
  refusal(): Error | null {
    return this.#toRefusal?.() ?? null;
  }

  /** Takes note of what a statement has left, by the error that it ended with, or null. */
  notice(sql: string, failure: unknown): void {
    if (failure !== null && breaksConnection(failure)) {
      this.lost = failure;
      this.#toRefusal ??= toAborted;
    } else if (isOracleError(failure) && toNumber(failure) === rolledBack) {
      this.#toRefusal ??= toAborted;
    } else if (endsTransaction(sql) && !(isOracleError(failure) && isUnparsed(failure))) {
      this.#toRefusal ??= toEnded;
    }
  }
}

/** ORA-24761: the transaction was rolled back. */
const rolledBack = 24_761;

/** A definition that cannot be parsed commits nothing. */
function isUnparsed(failure: { readonly errorNum?: number }): boolean {
  const number = failure.errorNum ?? 0;
  return number >= 900 && number <= 941;
}

function toAborted(): Error {
  return new TransactionAbortedError("transaction: a statement in it had failed, so nothing of it was kept");
}

function toEnded(): Error {
  return new TransactionMisuseError(
    "transaction: a statement in it had committed it or rolled it back: nothing more can run in it",
  );
}
