import type * as Tedious from "tedious";
import type { CallOptions } from "../executor.js";
import { DatabaseClosedError } from "../errors/connection-errors.js";
import { QueryEvents } from "../query-events.js";
import { BoundedCall, isBounded, type Interruption } from "./bounded-call.js";
import type { SqlserverChannel } from "./sqlserver-channel.js";
import { breakOff, type SqlserverConnection, type SqlserverPool } from "./sqlserver-connection.js";
import { breaksConnection, isEndOfCall, toConnectError } from "./sqlserver-error.js";
import { sendSqlserver, type SqlserverReply, type SqlserverRequest } from "./sqlserver-query.js";

/** Sends each statement on whichever connection of a pool is free. */
export class SqlserverPoolChannel implements SqlserverChannel {
  readonly events = new QueryEvents();
  readonly tedious: typeof Tedious;
  /** The server is told by a word on the same connection, which it hears while a statement runs. */
  readonly interruption: Interruption<SqlserverConnection> = { cancel, breakOff, isEndOfCall };
  readonly #pool: SqlserverPool;
  /** How many connections are out, or asked for. */
  #connections = 0;
  #closing: Promise<void> | null = null;
  #onIdle = (): void => {};

  constructor(pool: SqlserverPool, tedious: typeof Tedious) {
    this.#pool = pool;
    this.tedious = tedious;
  }

  send(request: SqlserverRequest, reply: SqlserverReply, options: CallOptions | undefined): void {
    if (this.#closing !== null) return reply(toClosed(), undefined);
    if (options !== undefined && isBounded(options)) return this.#sendWithin(request, reply, options);
    this.connect().then(
      (connection) =>
        sendSqlserver(this.tedious, connection, request, (failure, result) => {
          this.release(connection, failure);
          reply(failure, result);
        }),
      (error: unknown) => reply(error, undefined),
    );
  }

  /** A connection for more than one statement; whoever asks gives it back by `release`. */
  async connect(): Promise<SqlserverConnection> {
    if (this.#closing !== null) throw toClosed();
    this.#connections += 1;
    try {
      return await this.#pool.acquire(this);
    } catch (error) {
      this.#leave();
      throw toConnectError(error);
    }
  }

  /** Gives a connection back, or closes it where it cannot be used after the error; null is none. */
  release(connection: SqlserverConnection, failure: unknown): void {
    // A transaction that a statement has left open would go on in whatever comes next.
    if (connection.inTransaction || (failure !== null && breaksConnection(failure))) breakOff(connection);
    this.#pool.release(connection);
    this.#leave();
  }

  /** Refuses later statements, and waits for those under way. */
  close(): Promise<void> {
    return (this.#closing ??= new Promise((resolve) => {
      this.#onIdle = resolve;
      if (this.#connections === 0) resolve();
    }));
  }

  #leave(): void {
    this.#connections -= 1;
    if (this.#connections === 0) this.#onIdle();
  }

  #sendWithin(request: SqlserverRequest, reply: SqlserverReply, options: CallOptions): void {
    const { interruption } = this;
    const send = (connection: SqlserverConnection, then: SqlserverReply): void =>
      sendSqlserver(this.tedious, connection, request, then);
    const call = new BoundedCall({ ...options, sql: request.sql, interruption, send }, reply);
    this.connect().then(
      (connection) => call.run(connection, (failure) => this.release(connection, failure)),
      (error: unknown) => call.refuse(error),
    );
  }
}

function cancel(connection: SqlserverConnection): Promise<void> {
  connection.cancel();
  return Promise.resolve();
}

function toClosed(): DatabaseClosedError {
  return new DatabaseClosedError("database: it was used after it was closed");
}
