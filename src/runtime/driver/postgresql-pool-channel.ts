import type { Pool, PoolClient } from "pg";
import type { CallOptions } from "../executor.js";
import { DatabaseClosedError } from "../errors/connection-errors.js";
import { QueryEvents } from "../query-events.js";
import { BoundedQuery, isBounded } from "./postgresql-bounded-query.js";
import { cancelStatement } from "./postgresql-cancel.js";
import { isFailure, type PostgresqlChannel } from "./postgresql-channel.js";
import { breaksConnection, toConnectError } from "./postgresql-error.js";
import type { PostgresqlQuery, PostgresqlReply } from "./postgresql-query.js";
import { isReady, prepareSession } from "./postgresql-session.js";

/** Sends each statement on whichever connection of a pool is free. */
export class PostgresqlPoolChannel implements PostgresqlChannel {
  readonly events = new QueryEvents();
  readonly repeatable = true;
  readonly #pool: Pool;
  #closed = false;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  send(query: PostgresqlQuery, reply: PostgresqlReply, options: CallOptions | undefined): void {
    if (options !== undefined && isBounded(options)) return this.#sendWithin(query, reply, options);
    this.#connect((error, client) => {
      if (client === undefined) return reply(error, undefined);
      client.query(query, (failure: unknown, result) => {
        release(client, failure);
        if (isFailure(failure)) reply(failure, undefined);
        else reply(null, result);
      });
    });
  }

  /** A connection for more than one statement; whoever asks releases it. */
  connect(): Promise<PoolClient> {
    return new Promise((resolve, reject) => {
      this.#connect((error, client) => (client === undefined ? reject(error) : resolve(client)));
    });
  }

  cancel(client: PoolClient): Promise<void> {
    return cancelStatement(client, this.#pool.options);
  }

  /** Refuses later statements. */
  close(): void {
    this.#closed = true;
  }

  #connect(then: (error: unknown, client: PoolClient | undefined) => void): void {
    if (this.#closed) return then(new DatabaseClosedError("database: it was used after it was closed"), undefined);
    try {
      this.#pool.connect((error, client) => {
        if (client === undefined) then(toConnectError(error), undefined);
        else if (isReady(client)) then(null, client);
        else prepare(client, then);
      });
    } catch (error) {
      // Options that cannot be understood surface here: the pool makes its connections in this very call.
      then(toConnectError(error), undefined);
    }
  }

  #sendWithin(query: PostgresqlQuery, reply: PostgresqlReply, options: CallOptions): void {
    const call = new BoundedQuery(query, { ...options, cancel: (client) => this.cancel(client) }, reply);
    this.#connect((error, client) => {
      if (client === undefined) call.refuse(error);
      else call.run(client, (failure) => release(client, failure));
    });
  }
}

function prepare(client: PoolClient, then: (error: unknown, client: PoolClient | undefined) => void): void {
  prepareSession(client, (error) => {
    if (error === null) return then(null, client);
    client.release(true);
    then(toConnectError(error), undefined);
  });
}

function release(client: PoolClient, failure: unknown): void {
  client.release(isFailure(failure) && breaksConnection(failure));
}
