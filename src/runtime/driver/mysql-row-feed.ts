import type { PoolConnection, Query } from "mysql2";
import type { CallOptions, Row } from "../executor.js";
import { QueryTimeoutError } from "../errors/query-errors.js";
import { answerMs, type Interruption } from "./bounded-call.js";
import { forget, hasOddNames, toReadOptions, type ReadOptions } from "./mysql-query.js";
import { quickenDates } from "./mysql-quick-dates.js";
import { castOf } from "./mysql-reading.js";
import { isMysqlServerError } from "./mysql-server-error.js";

export interface MysqlRowFeedOptions {
  readonly connection: PoolConnection;
  readonly interruption: Interruption<PoolConnection>;
  readonly sql: string;
  readonly params: readonly unknown[];
  /** How many rows are taken in ahead of the reader. */
  readonly size: number;
  readonly keep: boolean;
  /** Whether geometries come as bytes: see `Codec.wide`. */
  readonly wide?: boolean;
  /** The error to throw for the driver's. */
  readonly toError: (error: unknown) => unknown;
  /** Called once, when the connection is free again or lost: with the error that ended the rows, or null. */
  readonly onEnd: (error: unknown, rows: number) => void;
}

/** The rows of a statement as they come in: the connection is held back while enough of them wait for the reader. */
export class MysqlRowFeed {
  readonly #options: MysqlRowFeedOptions;
  readonly #query: ReadOptions;
  readonly #onLoss = (error?: unknown): void => this.#finish(error ?? toLost());
  #rows: Row[] = [];
  #count = 0;
  /** Whether rows are taken in without regard to the reader, or not kept at all. */
  #pace: "reader" | "keepAll" | "discard" = "reader";
  #end: { readonly error: unknown } | null = null;
  #error: unknown = null;
  #wake: () => void = () => {};

  constructor(options: MysqlRowFeedOptions) {
    this.#options = options;
    this.#query = toReadOptions(
      { ...options, odd: hasOddNames(options.sql) },
      castOf(options.connection, options.wide),
    );
  }

  start(): void {
    const { connection } = this.#options;
    let command: Query;
    try {
      command = connection.execute(this.#query);
      quickenDates(command);
    } catch (error) {
      // What the driver refuses to bind.
      return this.#finish(error);
    }
    command.on("result", (row: unknown) => this.#add(row));
    command.on("error", (error: unknown) => (this.#error = error));
    command.on("end", () => this.#finish(this.#error));
    // A connection that breaks tells itself, not a statement that was given no callback.
    connection.on("error", this.#onLoss).on("end", this.#onLoss);
  }

  /** The next rows: as many as `size`, or fewer at the end, or none after it. */
  async next(options: CallOptions): Promise<readonly Row[]> {
    const { size } = this.#options;
    if (this.#end === null && this.#rows.length < size) await this.#waitFor(options);
    if (this.#end !== null && this.#end.error !== null) throw this.#options.toError(this.#end.error);
    const rows = this.#rows.splice(0, size);
    if (this.#end === null) this.#options.connection.resume();
    return rows;
  }

  /** Takes the rest in, so that the connection is free for others. */
  keepAll(): void {
    if (this.#end !== null) return;
    this.#pace = "keepAll";
    this.#options.connection.resume();
  }

  /** Ends the statement, and waits for that. Never fails: a connection that cannot be freed is closed. */
  async stop(): Promise<void> {
    if (this.#end !== null) return;
    const { connection, interruption } = this.#options;
    this.#pace = "discard";
    this.#rows = [];
    connection.resume();
    // A short rest is quicker read than refused.
    if (await this.#endsWithin(graceMs)) return;
    const cancelled = await interruption.cancel(connection).then(
      () => this.#endsWithin(answerMs),
      () => false,
    );
    if (cancelled) return;
    interruption.breakOff(connection);
    this.#finish(toLost());
  }

  #add(row: unknown): void {
    if (!Array.isArray(row)) return;
    this.#count += 1;
    if (this.#pace === "discard") return;
    const { connection, size } = this.#options;
    this.#rows.push(row);
    if (this.#rows.length < size) return;
    if (this.#pace === "reader") connection.pause();
    this.#wake();
  }

  #finish(error: unknown): void {
    if (this.#end !== null) return;
    const { connection, keep, onEnd } = this.#options;
    this.#end = { error };
    connection.off("error", this.#onLoss).off("end", this.#onLoss);
    connection.resume();
    if (!keep) forget(connection, this.#query);
    // The error of a statement that we have ended is not one.
    onEnd(this.#pace === "discard" && isMysqlServerError(error) ? null : error, this.#count);
    this.#wake();
  }

  /** Waits for a full batch or the end, and no longer than the options say. */
  #waitFor({ signal, timeoutMs }: CallOptions): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (then: () => void): void => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", onAbort);
        this.#wake = () => {};
        then();
      };
      const onAbort = (): void => settle(() => reject(signal?.reason as Error));
      const onTimeout = (): void => settle(() => reject(this.#toTimeout(timeoutMs)));
      const timer = timeoutMs === undefined ? undefined : setTimeout(onTimeout, timeoutMs);
      signal?.addEventListener("abort", onAbort, { once: true });
      this.#wake = () => settle(resolve);
    });
  }

  #endsWithin(ms: number): Promise<boolean> {
    if (this.#end !== null) return Promise.resolve(true);
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#wake = () => {};
        resolve(false);
      }, ms);
      this.#wake = () => {
        if (this.#end === null) return;
        clearTimeout(timer);
        resolve(true);
      };
    });
  }

  #toTimeout(timeoutMs: number | undefined): QueryTimeoutError {
    return new QueryTimeoutError(`statement: it took longer than ${timeoutMs} ms`, { sql: this.#options.sql });
  }
}

const graceMs = 10;

/** As the driver tells it where a statement has a callback. */
function toLost(): Error {
  return Object.assign(new Error("Connection lost: The server closed the connection."), {
    code: "PROTOCOL_CONNECTION_LOST",
  });
}
