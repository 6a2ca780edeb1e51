import type { PoolClient } from "pg";
import type { CallOptions } from "../executor.js";
import { QueryTimeoutError } from "../errors/query-errors.js";
import { isServerError } from "./postgresql-server-error.js";
import {
  sendRequest,
  type PostgresqlReply,
  type PostgresqlRequest,
  type PostgresqlResult,
} from "./postgresql-query.js";

/** Whether the options bound a call at all. */
export function isBounded(options: CallOptions): boolean {
  return options.signal !== undefined || options.timeoutMs !== undefined;
}

export interface BoundedQueryOptions extends CallOptions {
  /** Ends the statement that runs on a connection. */
  readonly cancel: (client: PoolClient) => Promise<void>;
}

/**
 * One statement that ends early when its signal or its time says so: before it has a connection at once, afterwards when the server has ended it, so
 * that nothing of it can reach the statement that follows on the same connection.
 */
export class BoundedQuery {
  readonly #options: BoundedQueryOptions;
  readonly #request: PostgresqlRequest;
  readonly #reply: PostgresqlReply;
  readonly #onAbort = (): void => this.#stop(this.#options.signal?.reason);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #client: PoolClient | undefined;
  #stopped: { readonly reason: unknown } | undefined;
  #cancelling: Promise<void> | undefined;

  constructor(request: PostgresqlRequest, options: BoundedQueryOptions, reply: PostgresqlReply) {
    this.#request = request;
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
  run(client: PoolClient, release: (failure: unknown) => void): void {
    if (this.#stopped !== undefined) return release(null);
    this.#client = client;
    sendRequest(client, this.#request, (failure, result) => {
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
    if (this.#client === undefined) this.#end(reason, undefined);
    else this.#cancelling = this.#cancel(this.#client);
  }

  /** Never fails: a connection whose statement cannot be ended, or whose server does not answer, is broken off. */
  async #cancel(client: PoolClient): Promise<void> {
    try {
      await this.#options.cancel(client);
      this.#timer = setTimeout(() => breakOff(client), answerMs);
    } catch {
      breakOff(client);
    }
  }

  /** A statement that had ended before it was stopped keeps its result, and its own error. */
  #settle(failure: unknown, result: PostgresqlResult | undefined): void {
    if (failure === null) return this.#end(null, result);
    const ownError = isServerError(failure) && failure.code !== queryCancelled;
    this.#end(this.#stopped !== undefined && !ownError ? this.#stopped.reason : failure, undefined);
  }

  #end(error: unknown, result: PostgresqlResult | undefined): void {
    clearTimeout(this.#timer);
    this.#options.signal?.removeEventListener("abort", this.#onAbort);
    this.#reply(error, result);
  }

  #toTimeout(timeoutMs: number): QueryTimeoutError {
    return new QueryTimeoutError(`statement: it took longer than ${timeoutMs} ms`, { sql: this.#request.text.sql });
  }
}

function breakOff(client: PoolClient): void {
  void client.end();
}

const queryCancelled = "57014";

/** How long a server that took the cancellation may need to end the statement. */
const answerMs = 5000;
