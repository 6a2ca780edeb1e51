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
  /** Null before anybody has waited: most transactions see no waiting. */
  #waiting: Waiter[] | null = null;
  #toEndError: (() => Error) | null = null;
  #onWanted: (() => void) | null = null;

  constructor(outer: TransactionScope | null = null) {
    this.#outer = outer;
  }

  get hasEnded(): boolean {
    return this.#toEndError !== null;
  }

  /** Takes the turn without waiting; only while `idle`. */
  take(): void {
    this.idle = false;
  }

  /** Has the holder of the turn told, once, when somebody waits for it, so that it can hurry. */
  whenWanted(tell: () => void): void {
    if ((this.#waiting?.length ?? 0) > 0) tell();
    else this.#onWanted = tell;
  }

  /** Gives the turn back, to the next in the line if there is one. */
  release(): void {
    this.#onWanted = null;
    const next = this.#waiting?.shift();
    if (next !== undefined) next.admit();
    else this.idle = this.#toEndError === null;
  }

  /** Waits for the turn and takes it. Fails at once for a call that would wait for itself: one made inside the very transaction that has the turn. */
  async turn(options: CallOptions = {}): Promise<void> {
    this.assertOpen();
    options.signal?.throwIfAborted();
    if (this.idle) return this.take();
    this.#assertNotWithin();
    const line = this.#line(options);
    const tell = this.#onWanted;
    this.#onWanted = null;
    tell?.();
    await line;
  }

  /** Runs work when nobody has the turn, without anybody waiting for it; never where the scope ends before. */
  whenFree(work: () => void): void {
    if (this.idle) work();
    else if (!this.hasEnded) (this.#waiting ??= []).push({ admit: () => this.#runAndRelease(work), refuse: () => {} });
  }

  /** Throws for a transaction that is over. */
  assertOpen(): void {
    if (this.#toEndError !== null) throw this.#toEndError();
  }

  /** Runs a function as the inside of this scope, so that a call to a scope around it is noticed. */
  run<R>(work: () => Promise<R>): Promise<R> {
    return contexts.run({ scope: this, around: contexts.getStore() }, work);
  }

  /** Ends the scope: every later call, and every waiting one, fails with an error made for it. */
  end(toError: () => Error): void {
    this.#toEndError = toError;
    this.idle = false;
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const waiter of waiting) waiter.refuse(toError());
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
    if (this.hasEnded) return false;
    return this.#outer !== null && (this.#outer === scope || this.#outer.#isOpenWithin(scope));
  }

  #runAndRelease(work: () => void): void {
    try {
      work();
    } finally {
      this.release();
    }
  }

  #line(options: CallOptions): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiting = (this.#waiting ??= []);
      const waiter = toWaiter({ resolve, reject, leave: () => waiting.splice(waiting.indexOf(waiter), 1) }, options);
      waiting.push(waiter);
    });
  }
}

interface Waiter {
  readonly admit: () => void;
  readonly refuse: (error: unknown) => void;
}

interface Place {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
  /** Gives the place in the line up. */
  readonly leave: () => void;
}

/** One who waits for a promise, and no longer than the options say. */
function toWaiter({ resolve, reject, leave }: Place, { signal, timeoutMs }: CallOptions): Waiter {
  const settle = (): void => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  };
  const refuse = (error: unknown): void => {
    settle();
    reject(error);
  };
  const giveUp = (error: unknown): void => {
    leave();
    refuse(error);
  };
  const onAbort = (): void => giveUp(signal?.reason);
  const onTimeout = (): void => giveUp(new QueryTimeoutError(`connection: it was not free within ${timeoutMs} ms`));
  const timer = timeoutMs === undefined ? undefined : setTimeout(onTimeout, timeoutMs);
  signal?.addEventListener("abort", onAbort, { once: true });
  const admit = (): void => {
    settle();
    resolve();
  };
  return { admit, refuse };
}

interface Context {
  readonly scope: TransactionScope;
  readonly around: Context | undefined;
}

const contexts = new AsyncLocalStorage<Context>();
