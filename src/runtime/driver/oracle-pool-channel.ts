import type { Pool } from "oracledb";
import type { CallOptions } from "../executor.js";
import { DatabaseClosedError } from "../errors/connection-errors.js";
import { QueryEvents } from "../query-events.js";
import { BoundedCall, isBounded, type Interruption } from "./bounded-call.js";
import type { OracleChannel } from "./oracle-channel.js";
import { breaksConnection, isEndOfCall, toConnectError } from "./oracle-error.js";
import { sendOracle, type OracleReply, type OracleRequest } from "./oracle-query.js";
import { breakOff, drop, giveBack, type OracleSession, type OracleSessions } from "./oracle-session.js";

/** Sends each statement on whichever connection of a pool is free, and keeps what it writes at once. */
export class OraclePoolChannel implements OracleChannel {
  readonly events = new QueryEvents();
  /**
   * The server is told by a word on the same connection, which it hears while a statement runs. A call's time is measured here, too: the driver's `callTimeout`
   * bounds each of its round trips, of which a call can have many.
   */
  readonly interruption: Interruption<OracleSession> = {
    cancel: ({ connection }) => connection.break(),
    breakOff: ({ connection }) => breakOff(connection),
    isEndOfCall,
  };
  readonly #pool: Pool;
  readonly #sessions: OracleSessions;
  /** How many connections are out, or asked for. */
  #connections = 0;
  #closing: Promise<void> | null = null;
  #onIdle = (): void => {};

  constructor(pool: Pool, sessions: OracleSessions) {
    this.#pool = pool;
    this.#sessions = sessions;
  }

  send(request: OracleRequest, reply: OracleReply, options: CallOptions | undefined): void {
    const send = (session: OracleSession, then: OracleReply): void =>
      sendOracle(session, request, { commits: true }, then);
    if (options !== undefined && isBounded(options)) {
      const call = new BoundedCall({ ...options, sql: request.sql, interruption: this.interruption, send }, reply);
      this.connect().then(
        (session) => call.run(session, (failure) => void this.release(session, failure)),
        (error: unknown) => call.refuse(error),
      );
      return;
    }
    this.connect().then(
      (session) =>
        send(session, (failure, result) => {
          void this.release(session, failure).then(() => reply(failure, result));
        }),
      (error: unknown) => reply(error, undefined),
    );
  }

  /** A connection for more than one statement; whoever asks gives it back by `release`. */
  async connect(): Promise<OracleSession> {
    if (this.#closing !== null) throw new DatabaseClosedError("database: it was used after it was closed");
    this.#connections += 1;
    try {
      return await this.#sessions.from(this.#pool);
    } catch (error) {
      this.#leave();
      throw toConnectError(error);
    }
  }

  /** Gives a connection back, or closes it where it cannot be used after the error; null is none. Never fails. */
  async release({ connection }: OracleSession, failure: unknown): Promise<void> {
    await (failure !== null && breaksConnection(failure) ? drop(connection) : giveBack(connection));
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
}
