import type { PoolConnection } from "mysql2";
import { TransactionAbortedError, TransactionMisuseError } from "../errors/transaction-errors.js";
import { mayEndTransaction } from "./mysql-error.js";
import { sendMysql, type MysqlReply, type MysqlRequest } from "./mysql-query.js";

/**
 * A transaction's connection, which knows whether the transaction is still there. The server ends one by itself: after a deadlock, or before a statement
 * that cannot be undone, such as `create table`. Statements that follow would each be a transaction of their own, so they are refused.
 */
export class MysqlTransactionConnection {
  readonly connection: PoolConnection;
  /** Whether the server has rolled everything back. */
  isAborted = false;
  readonly #expectsTransaction: boolean;
  #toRefusal: (() => Error) | null = null;

  /** `expectsTransaction` is false for statements that begin or end one, or need none. */
  constructor(connection: PoolConnection, { expectsTransaction = true } = {}) {
    this.connection = connection;
    this.#expectsTransaction = expectsTransaction;
  }

  /** The error for a later statement; null while the transaction is open. */
  refusal(): Error | null {
    return this.#toRefusal?.() ?? null;
  }

  send(request: MysqlRequest, reply: MysqlReply): void {
    const refusal = this.refusal();
    if (refusal !== null) return reply(refusal, undefined);
    sendMysql(this.connection, request, (failure, result) => {
      if (this.#expectsTransaction && result?.inTransaction === false) this.#toRefusal = toCommitted;
      if (failure === null) reply(null, result);
      else this.afterFailure(failure, () => reply(failure, undefined));
    });
  }

  /** Finds out whether a failure has ended the transaction: only the answer to a further statement tells it. */
  afterFailure(failure: unknown, then: () => void): void {
    if (!this.#expectsTransaction || !mayEndTransaction(failure)) return then();
    sendMysql(this.connection, { sql: "do 0", params: [], keep: true, command: true }, (_, result) => {
      if (result?.inTransaction !== true) {
        this.isAborted = true;
        this.#toRefusal = toAborted;
      }
      then();
    });
  }
}

function toAborted(): Error {
  return new TransactionAbortedError("transaction: a statement in it had failed, so nothing of it was kept");
}

function toCommitted(): Error {
  return new TransactionMisuseError(
    "transaction: a statement in it that cannot be undone had committed it: nothing more can run in it",
  );
}
