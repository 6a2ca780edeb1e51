import type { CallOptions } from "../executor.js";
import { QueryTimeoutError } from "../errors/query-errors.js";

/** Whether the options bound a call at all. */
export function isBounded(options: CallOptions): boolean {
  return options.signal !== undefined || options.timeoutMs !== undefined;
}

/** How a server's statements are ended from outside; `C` is a connection of its driver. */
export interface Interruption<C> {
  /** Ends the statement that runs on a connection, by another one. */
  readonly cancel: (connection: C) => Promise<void>;
  /** Closes a connection whose statement could not be ended. */
  readonly breakOff: (connection: C) => void;
  /** Whether an error says that the statement was ended so, or that the connection was: not one of the statement's own. */
  readonly isEndOfCall: (error: unknown) => boolean;
}

export interface BoundedCallOptions<C, R> extends CallOptions {
  readonly sql: string;
  readonly interruption: Interruption<C>;
  /** Hands the statement to a connection. */
  readonly send: (connection: C, reply: Reply<R>) => void;
}

/** Called once, with the driver's error or with the result. */
export type Reply<R> = (error: unknown, result: R | undefined) => void;

/**
 * One statement that ends early when its signal or its time says so: before it has a connection at once, afterwards when the server has ended it, so
 * that nothing of it can reach the statement that follows on the same connection.
 */
export class BoundedCall<C, R> {
  readonly #options: BoundedCallOptions<C, R>;
  readonly #reply: Reply<R>;
  readonly #onAbort = (): void => this.#stop(this.#options.signal?.reason);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #connection: C | undefined;
  #stopped: { readonly reason: unknown } | undefined;
  #cancelling: Promise<void> | undefined;

  constructor(options: BoundedCallOptions<C, R>, reply: Reply<R>) {
    this.#options = options;
    this.#reply = reply;
    const { signal, timeoutMs } = options;
    signal?.addEventListener("abort", this.#onAbort, { once: true });
    if (signal?.aborted === true) this.#stop(signal.reason);
    else if (timeoutMs !== undefined) this.#timer = setTimeout(() => this.#stop(this.#toTimeout(timeoutMs)), timeoutMs);
  }

  /** The connection could not be had. */
  refuse(error: unknown): void {
    if (this.#stopped === undefined) this.#end(error, undefined);
  }

  /** Runs on a connection, and gives it back with the driver's error, if any. */
  run(connection: C, release: (failure: unknown) => void): void {
    if (this.#stopped !== undefined) return release(null);
    this.#connection = connection;
    this.#options.send(connection, (failure, result) => {
      clearTimeout(this.#timer);
      const done = (): void => {
        release(failure);
        this.#settle(failure, result);
      };
      if (this.#cancelling === undefined) done();
      else void this.#cancelling.then(done);
    });
  }

  #stop(reason: unknown): void {
    this.#stopped = { reason };
    if (this.#connection === undefined) this.#end(reason, undefined);
    else this.#cancelling = this.#cancel(this.#connection);
  }

  /** Never fails: a connection whose statement cannot be ended, or whose server does not answer, is broken off. */
  async #cancel(connection: C): Promise<void> {
    const { cancel, breakOff } = this.#options.interruption;
    try {
      await cancel(connection);
      this.#timer = setTimeout(() => breakOff(connection), answerMs);
    } catch {
      breakOff(connection);
    }
  }

  /** A statement that had ended before it was stopped keeps its result, and its own error. */
  #settle(failure: unknown, result: R | undefined): void {
    if (failure === null) return this.#end(null, result);
    const isStop = this.#stopped !== undefined && this.#options.interruption.isEndOfCall(failure);
    this.#end(isStop ? this.#stopped?.reason : failure, undefined);
  }

  #end(error: unknown, result: R | undefined): void {
    clearTimeout(this.#timer);
    this.#options.signal?.removeEventListener("abort", this.#onAbort);
    this.#reply(error, result);
  }

  #toTimeout(timeoutMs: number): QueryTimeoutError {
    return new QueryTimeoutError(`statement: it took longer than ${timeoutMs} ms`, { sql: this.#options.sql });
  }
}

/** How long a server that took the cancellation may need to end the statement. */
export const answerMs = 5000;
