import type { PoolClient } from "pg";
import type { CallOptions } from "../executor.js";
import type { QueryEvents } from "../query-events.js";
import type { TransactionScope } from "../transaction-scope.js";
import { BoundedQuery, isBounded } from "./postgresql-bounded-query.js";
import { isFailure, type PostgresqlChannel } from "./postgresql-channel.js";
import type { PostgresqlPoolChannel } from "./postgresql-pool-channel.js";
import type { PostgresqlQuery, PostgresqlReply } from "./postgresql-query.js";

/** Sends every statement on one connection, one after the other, in the turns of a transaction. */
export class PostgresqlClientChannel implements PostgresqlChannel {
  readonly events: QueryEvents;
  readonly repeatable = false;
  readonly client: PoolClient;
  readonly pool: PostgresqlPoolChannel;
  readonly #scope: TransactionScope;

  constructor(pool: PostgresqlPoolChannel, client: PoolClient, scope: TransactionScope) {
    this.events = pool.events;
    this.pool = pool;
    this.client = client;
    this.#scope = scope;
  }

  send(query: PostgresqlQuery, reply: PostgresqlReply, options: CallOptions | undefined): void {
    if (options !== undefined && isBounded(options)) return this.#sendWithin(query, reply, options);
    if (this.#scope.idle) {
      this.#scope.take();
      this.#send(query, reply);
    } else {
      this.#scope.turn().then(
        () => this.#send(query, reply),
        (error: unknown) => reply(error, undefined),
      );
    }
  }

  cancel(client: PoolClient): Promise<void> {
    return this.pool.cancel(client);
  }

  #send(query: PostgresqlQuery, reply: PostgresqlReply): void {
    this.client.query(query, (failure: unknown, result) => {
      this.#scope.release();
      if (isFailure(failure)) reply(failure, undefined);
      else reply(null, result);
    });
  }

  #sendWithin(query: PostgresqlQuery, reply: PostgresqlReply, options: CallOptions): void {
    const call = new BoundedQuery(query, { ...options, cancel: (client) => this.cancel(client) }, reply);
    this.#scope.turn(options).then(
      () => call.run(this.client, () => this.#scope.release()),
      (error: unknown) => call.refuse(error),
    );
  }
}
