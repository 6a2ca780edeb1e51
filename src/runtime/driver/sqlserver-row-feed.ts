import type { Request } from "tedious";
import type { CallOptions, Row } from "../executor.js";
import { QueryTimeoutError } from "../errors/query-errors.js";
import { answerMs } from "./bounded-call.js";
import type { SqlserverConnection } from "./sqlserver-connection.js";
import { isEndOfCall } from "./sqlserver-error.js";
import type { SqlserverPoolChannel } from "./sqlserver-pool-channel.js";
import { startSqlserver, toRow, type Cell } from "./sqlserver-query.js";

export interface SqlserverRowFeedOptions {
  readonly pool: SqlserverPoolChannel;
  readonly connection: SqlserverConnection;
  readonly sql: string;
  readonly params: readonly unknown[];
  /** How many rows are taken in ahead of the reader. */
  readonly size: number;
  /** The error to throw for the driver's. */
  readonly toError: (error: unknown) => unknown;
  /** Called once, when the connection is free again or lost: with the error that ended the rows, or null. */
  readonly onEnd: (error: unknown, rows: number) => void;
}

/** The rows of a statement as they come in: the connection is held back while enough of them wait for the reader. */
export class SqlserverRowFeed {
  readonly #options: SqlserverRowFeedOptions;
  readonly #call: Request;
  #rows: Row[] = [];
  #count = 0;
  /** Whether rows are taken in without regard to the reader, or not kept at all. */
  #pace: "reader" | "keepAll" | "discard" = "reader";
  #end: { readonly error: unknown } | null = null;
  #wake: () => void = () => {};

  constructor(options: SqlserverRowFeedOptions) {
    this.#options = options;
    const { tedious } = options.pool;
    this.#call = new tedious.Request(options.sql, (error) => this.#finish(error ?? null));
    this.#call.on("row", (cells: readonly Cell[]) => this.#add(toRow(cells)));
  }

  start(): void {
    const { pool, connection, sql, params } = this.#options;
    const reply = (error: unknown): void => this.#finish(error);
    startSqlserver(pool.tedious, { connection, call: this.#call, request: { sql, params }, reply });
  }

  /** The next rows: as many as `size`, or fewer at the end, or none after it. */
  async next(options: CallOptions): Promise<readonly Row[]> {
    const { size } = this.#options;
    if (this.#end === null && this.#rows.length < size) await this.#waitFor(options);
    if (this.#end !== null && this.#end.error !== null) throw this.#options.toError(this.#end.error);
    const rows = this.#rows.splice(0, size);
    if (this.#end === null && this.#rows.length < size) this.#call.resume();
    return rows;
  }

  /** Takes the rest in, so that the connection is free for others. */
  keepAll(): void {
    if (this.#end !== null) return;
    this.#pace = "keepAll";
    this.#call.resume();
  }

  /** Ends the statement, and waits for that. Never fails: a connection that cannot be freed is closed. */
  async stop(): Promise<void> {
    if (this.#end !== null) return;
    const { connection, pool } = this.#options;
    this.#pace = "discard";
    this.#rows = [];
    this.#call.resume();
    // A short rest is quicker read than refused.
    if (await this.#endsWithin(graceMs)) return;
    connection.cancel();
    if (await this.#endsWithin(answerMs)) return;
    pool.interruption.breakOff(connection);
    this.#finish(null);
  }

  #add(row: Row): void {
    this.#count += 1;
    if (this.#pace === "discard" || this.#end !== null) return;
    this.#rows.push(row);
    if (this.#rows.length < this.#options.size) return;
    if (this.#pace === "reader") this.#call.pause();
    this.#wake();
  }

  #finish(error: unknown): void {
    if (this.#end !== null) return;
    this.#end = { error };
    // The end of a statement that we have ended is not an error.
    this.#options.onEnd(this.#pace === "discard" && isEndOfCall(error) ? null : error, this.#count);
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
