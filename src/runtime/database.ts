import type { Executor, TransactionOptions } from "./executor.js";
import type { QueryListener, QueryListenerOptions } from "./query-events.js";
import { createSql, type Sql } from "./raw-sql/sql.js";

/** A database, or one open transaction of it: base of the generated class, which adds the repositories. */
export class Database {
  /** Where the statements of this object run. */
  readonly executor: Executor;
  #sql: Sql | undefined;

  constructor(executor: Executor) {
    this.executor = executor;
  }

  /** Raw SQL whose values are always bound: ``await db.sql<{ n: number }>`select count(*) as n from Track where AlbumId = ${id}` ``. */
  get sql(): Sql {
    return (this.#sql ??= createSql(this.executor));
  }

  /**
   * Runs a function in a transaction: committed when its promise is fulfilled, rolled back when it is rejected. On a transaction it makes a savepoint.
   * Only the object that the function is given works in the transaction.
   */
  transaction<R>(run: (tx: this) => Promise<R>, options?: TransactionOptions): Promise<R> {
    const Class = this.constructor as new (executor: Executor) => this;
    return this.executor.transaction((executor) => run(new Class(executor)), options);
  }

  /** Calls the listener after every statement of this database, transactions included. Returns the function that ends it. */
  onQuery(listener: QueryListener, options?: QueryListenerOptions): () => void {
    return this.executor.events.subscribe(listener, options);
  }

  /** Ends the connections that it opened. Later calls fail with `DatabaseClosedError`. */
  close(): Promise<void> {
    return this.executor.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
