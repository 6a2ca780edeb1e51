import type { PoolClient } from "pg";
import type { CallOptions } from "../executor.js";
import type { QueryEvents } from "../query-events.js";
import type { TransactionScope } from "../transaction-scope.js";
import { isBounded } from "./bounded-call.js";
import { toBoundedQuery } from "./postgresql-bounded-query.js";
import type { PostgresqlChannel } from "./postgresql-channel.js";
import type { PostgresqlPoolChannel } from "./postgresql-pool-channel.js";
import { sendRequest, type PostgresqlReply, type PostgresqlRequest } from "./postgresql-query.js";

/** Sends every statement on one connection, one after the other, in the turns of a transaction. */
export class PostgresqlClientChannel implements PostgresqlChannel {
  readonly events: QueryEvents;
  readonly repeatable = false;
  readonly ownQueries: boolean;
  readonly client: PoolClient;
  readonly pool: PostgresqlPoolChannel;
  readonly #scope: TransactionScope;

  constructor(pool: PostgresqlPoolChannel, client: PoolClient, scope: TransactionScope) {
    this.events = pool.events;
    this.ownQueries = pool.ownQueries;
    this.pool = pool;
    this.client = client;
    this.#scope = scope;
  }

  send(request: PostgresqlRequest, reply: PostgresqlReply, options: CallOptions | undefined): void {
    if (options !== undefined && isBounded(options)) return this.#sendWithin(request, reply, options);
    if (this.#scope.idle) {
      this.#scope.take();
      this.#send(request, reply);
    } else {
      this.#scope.turn().then(
        () => this.#send(request, reply),
        (error: unknown) => reply(error, undefined),
      );
    }
  }

  cancel(client: PoolClient): Promise<void> {
    return this.pool.cancel(client);
  }

  #send(request: PostgresqlRequest, reply: PostgresqlReply): void {
    sendRequest(this.client, request, (failure, result) => {
      this.#scope.release();
      reply(failure, result);
    });
  }

  #sendWithin(request: PostgresqlRequest, reply: PostgresqlReply, options: CallOptions): void {
    const call = toBoundedQuery(request, { ...options, cancel: (client) => this.cancel(client) }, reply);
    this.#scope.turn(options).then(
      () => call.run(this.client, () => this.#scope.release()),
      (error: unknown) => call.refuse(error),
    );
  }
}
