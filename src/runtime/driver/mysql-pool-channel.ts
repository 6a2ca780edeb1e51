import type { Pool, PoolConnection } from "mysql2";
import type { Dialect } from "../dialect/dialect.js";
import type { CallOptions } from "../executor.js";
import { DatabaseClosedError } from "../errors/connection-errors.js";
import { QueryEvents } from "../query-events.js";
import { BoundedCall, isBounded, type Interruption } from "./bounded-call.js";
import { toInterruption } from "./mysql-cancel.js";
import type { MysqlChannel } from "./mysql-channel.js";
import { breaksConnection, toMysqlConnectError } from "./mysql-error.js";
import { sendMysql, type MysqlReply, type MysqlRequest } from "./mysql-query.js";
import { isReady, prepareSession } from "./mysql-session.js";

/** Sends each statement on whichever connection of a pool is free. */
export class MysqlPoolChannel implements MysqlChannel {
  readonly events = new QueryEvents();
  readonly interruption: Interruption<PoolConnection>;
  readonly #pool: Pool;
  readonly #engine: Dialect["name"];
  /** The most connections at the same time. */
  readonly #limit: number;
  /** Whether the pool resets connections that come back, their settings too. */
  readonly #resets: boolean;
  /** Statements that wait for a connection of ours, so that the pool is not asked for each. */
  readonly #waiting: Waiting[] = [];
  /** How many connections we have or have asked for, for statements. */
  #leases = 0;
  #reuses = 0;
  /** How many connections are out, or asked for. */
  #connections = 0;
  #closing: Promise<void> | null = null;
  #onIdle = (): void => {};

  constructor(pool: Pool, engine: Dialect["name"]) {
    this.#pool = pool;
    this.#engine = engine;
    this.#limit = pool.config.connectionLimit || Infinity;
    this.#resets = pool.config.resetOnRelease ?? false;
    this.interruption = toInterruption(pool);
  }

  send(request: MysqlRequest, reply: MysqlReply, options: CallOptions | undefined): void {
    if (this.#closing !== null) reply(toClosed(), undefined);
    else if (options !== undefined && isBounded(options)) this.#sendWithin(request, reply, options);
    else if (this.#leases >= this.#limit) this.#waiting.push({ request, reply });
    else this.#lease(request, reply);
  }

  /** A connection for more than one statement; whoever asks gives it back by `release`. */
  async connect(): Promise<PoolConnection> {
    if (this.#closing !== null) throw toClosed();
    return new Promise((resolve, reject) => {
      this.#connect((error, connection) => (connection === undefined ? reject(error) : resolve(connection)));
    });
  }

  /** Gives a connection back, or closes it where it cannot be used after the error; null is none. */
  release(connection: PoolConnection, failure: unknown): void {
    if (failure !== null && breaksConnection(failure)) connection.destroy();
    else connection.release();
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

  #lease(request: MysqlRequest, reply: MysqlReply): void {
    this.#leases += 1;
    this.#connect((error, connection) => {
      if (connection !== undefined) return this.#run(connection, request, reply);
      this.#leases -= 1;
      reply(error, undefined);
      this.#leaseForNext();
    });
  }

  #run(connection: PoolConnection, request: MysqlRequest, reply: MysqlReply): void {
    sendMysql(connection, request, (failure, result) => {
      const next = this.#mayReuse(failure) ? this.#waiting.shift() : undefined;
      if (next !== undefined) {
        this.#run(connection, next.request, next.reply);
      } else {
        this.#leases -= 1;
        this.release(connection, failure);
        this.#leaseForNext();
      }
      reply(failure, result);
    });
  }

  /** Now and then not, so that whoever else uses the pool has a turn. */
  #mayReuse(failure: unknown): boolean {
    this.#reuses += 1;
    return failure === null && !this.#resets && this.#reuses % 64 !== 0;
  }

  #leaseForNext(): void {
    const next = this.#waiting.shift();
    if (next !== undefined) this.#lease(next.request, next.reply);
  }

  #connect(then: Connected): void {
    this.#connections += 1;
    const refuse = (error: unknown): void => {
      this.#leave();
      then(toMysqlConnectError(error), undefined);
    };
    try {
      this.#pool.getConnection((error, connection) => {
        if (error !== null) refuse(error);
        else if (isReady(connection, this.#resets)) then(null, connection);
        else this.#prepare(connection, refuse, then);
      });
    } catch (error) {
      // Options that cannot be understood surface here: the pool makes its connections in this very call.
      refuse(error);
    }
  }

  #prepare(connection: PoolConnection, refuse: (error: unknown) => void, then: Connected): void {
    prepareSession(connection, this.#engine, (error) => {
      if (error === null) return then(null, connection);
      connection.destroy();
      refuse(error);
    });
  }

  #sendWithin(request: MysqlRequest, reply: MysqlReply, options: CallOptions): void {
    const send = (connection: PoolConnection, then: MysqlReply): void => sendMysql(connection, request, then);
    const { interruption } = this;
    const call = new BoundedCall({ ...options, sql: request.sql, interruption, send }, reply);
    this.#connect((error, connection) => {
      if (connection === undefined) call.refuse(error);
      else call.run(connection, (failure) => this.release(connection, failure));
    });
  }
}

type Connected = (error: unknown, connection: PoolConnection | undefined) => void;

function toClosed(): DatabaseClosedError {
  return new DatabaseClosedError("database: it was used after it was closed");
}

interface Waiting {
  readonly request: MysqlRequest;
  readonly reply: MysqlReply;
}
