import { AsyncLocalStorage } from "node:async_hooks";
import type { CallOptions } from "./executor.js";
import { QueryTimeoutError } from "./errors/query-errors.js";
import { TransactionMisuseError } from "./errors/transaction-errors.js";

/**
 * A level at which statements run: a connection, a transaction on it, a savepoint in that. Whoever holds the level's turn runs alone: one statement, or
 * a whole inner transaction. Others wait in the order in which they came.
 */
export class TransactionScope {
  /** True while a statement may run at once. */
  idle = true;
  readonly #outer: TransactionScope | null;
  readonly #waiting: Waiter[] = [];
  #ended: Error | null = null;

  constructor(outer: TransactionScope | null = null) {
    this.#outer = outer;
  }

  /** Takes the turn without waiting; only while `idle`. */
  take(): void {
    this.idle = false;
  }

  /** Gives the turn back, to the next in the line if there is one. */
  release(): void {
    const next = this.#waiting.shift();
    if (next !== undefined) next.admit();
    else this.idle = this.#ended === null;
  }

  /** Waits for the turn and takes it. Fails at once for a call that would wait for itself: one made inside the very transaction that has the turn. */
  async turn(options: CallOptions = {}): Promise<void> {
    this.assertOpen();
    options.signal?.throwIfAborted();
    if (this.idle) return this.take();
    this.#assertNotWithin();
    await this.#line(options);
  }

  /** Runs work when nobody has the turn, without anybody waiting for it; never where the scope ends before. */
  whenFree(work: () => void): void {
    if (this.idle) work();
    else if (this.#ended === null) this.#waiting.push({ admit: () => this.#runAndRelease(work), refuse: () => {} });
  }

  get hasEnded(): boolean {
    return this.#ended !== null;
  }

  /** Throws for a transaction that is over. */
  assertOpen(): void {
    if (this.#ended !== null) throw this.#ended;
  }

  /** Runs a function as the inside of this scope, so that a call to a scope around it is noticed. */
  run<R>(work: () => Promise<R>): Promise<R> {
    return contexts.run({ scope: this, around: contexts.getStore() }, work);
  }

  /** Ends the scope: every later call, and every waiting one, fails with the error. */
  end(error: Error): void {
    this.#ended = error;
    this.idle = false;
    for (const waiter of this.#waiting.splice(0)) waiter.refuse(error);
  }

  #assertNotWithin(): void {
    for (let context = contexts.getStore(); context !== undefined; context = context.around) {
      if (context.scope.#isOpenWithin(this)) {
        throw new TransactionMisuseError(
          "transaction: a call was made on the object around it, which waits until the transaction ends: use the object that its function was given",
        );
      }
    }
  }

  #isOpenWithin(scope: TransactionScope): boolean {
    if (this.#ended !== null) return false;
    return this.#outer !== null && (this.#outer === scope || this.#outer.#isOpenWithin(scope));
  }

  #runAndRelease(work: () => void): void {
    try {
      work();
    } finally {
      this.release();
    }
  }

  #line({ signal, timeoutMs }: CallOptions): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", onAbort);
      };
      const giveUp = (error: unknown): void => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
        waiter.refuse(error);
      };
      const waiter: Waiter = {
        admit: () => {
          leave();
          resolve();
        },
        refuse: (error) => {
          leave();
          reject(error);
        },
      };
      const onAbort = (): void => giveUp(signal?.reason);
      const onTimeout = (): void => giveUp(new QueryTimeoutError(`the connection was not free within ${timeoutMs} ms`));
      const timer = timeoutMs === undefined ? undefined : setTimeout(onTimeout, timeoutMs);
      signal?.addEventListener("abort", onAbort, { once: true });
      this.#waiting.push(waiter);
    });
  }
}

interface Waiter {
  readonly admit: () => void;
  readonly refuse: (error: unknown) => void;
}

interface Context {
  readonly scope: TransactionScope;
  readonly around: Context | undefined;
}

const contexts = new AsyncLocalStorage<Context>();
