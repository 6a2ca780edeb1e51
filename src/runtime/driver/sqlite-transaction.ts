import type { Executor, TransactionOptions } from "../executor.js";
import { TransactionAbortedError } from "../errors/transaction-errors.js";
import type { OpenTransaction } from "../transaction.js";
import { TransactionScope } from "../transaction-scope.js";
import type { SqliteConnection } from "./sqlite-connection.js";

/** How deep an executor stands: 0 is the connection itself, 1 a transaction, 2 and more a savepoint. */
export interface SqliteLevel {
  readonly scope: TransactionScope;
  readonly depth: number;
  readonly readOnly: boolean;
}

/** A transaction or a savepoint. Whoever makes one has the turn of the level around it, which goes back when it ends. */
export class SqliteTransaction implements OpenTransaction, SqliteLevel {
  readonly exclusive = true;
  readonly executor: Executor;
  readonly scope: TransactionScope;
  readonly depth: number;
  readonly readOnly: boolean;
  readonly #connection: SqliteConnection;
  readonly #around: SqliteLevel;

  constructor(connection: SqliteConnection, around: SqliteLevel, options: SqliteTransactionOptions) {
    this.#connection = connection;
    this.#around = around;
    this.scope = new TransactionScope(around.scope);
    this.depth = around.depth + 1;
    this.readOnly = around.readOnly || options.readOnly === true;
    this.executor = options.toExecutor(this);
    try {
      this.#setReadOnly(around.readOnly, this.readOnly);
      connection.run(this.#toBegin());
    } catch (error) {
      this.#leave();
      throw error;
    }
  }

  commit(): void {
    try {
      this.#assertOpen();
      this.#connection.run(this.depth === 1 ? "commit" : `release ${this.#savepoint}`);
    } catch (error) {
      // A failed commit (a deferred foreign key, a busy database) leaves the transaction open.
      if (this.depth === 1) this.#undo();
      throw error;
    } finally {
      this.#leave();
    }
  }

  rollback(): void {
    try {
      this.#undo();
    } finally {
      this.#leave();
    }
  }

  get #savepoint(): string {
    return `tablewright_${this.depth}`;
  }

  /** A writing transaction takes the lock at its start: one that takes it later fails when somebody else has written meanwhile. */
  #toBegin(): string {
    if (this.depth > 1) return `savepoint ${this.#savepoint}`;
    return this.readOnly || this.#connection.native.readonly ? "begin" : "begin immediate";
  }

  /** SQLite has no read-only transactions; the setting is the connection's, which the transaction has for itself. */
  #setReadOnly(from: boolean, to: boolean): void {
    if (from !== to) this.#connection.run(`pragma query_only = ${to ? "on" : "off"}`);
  }

  #leave(): void {
    this.#setReadOnly(this.readOnly, this.#around.readOnly);
    this.#around.scope.release();
  }

  #undo(): void {
    if (!this.#connection.native.inTransaction) return;
    if (this.depth === 1) {
      this.#connection.run("rollback");
    } else {
      this.#connection.run(`rollback to ${this.#savepoint}`);
      this.#connection.run(`release ${this.#savepoint}`);
    }
  }

  /** Some failures (a full disk, `ON CONFLICT ROLLBACK`) end the whole transaction on their own: https://www.sqlite.org/lang_transaction.html */
  #assertOpen(): void {
    if (!this.#connection.native.inTransaction) {
      throw new TransactionAbortedError("transaction: SQLite had rolled it back after a failed statement");
    }
  }
}

export interface SqliteTransactionOptions extends TransactionOptions {
  /** The executor of statements in the transaction. */
  readonly toExecutor: (level: SqliteLevel) => Executor;
}
