import type { Pool, PoolClient } from "pg";
import type { CallOptions } from "../executor.js";
import { DatabaseClosedError } from "../errors/connection-errors.js";
import { QueryEvents } from "../query-events.js";
import { isBounded } from "./bounded-call.js";
import { toBoundedQuery } from "./postgresql-bounded-query.js";
import { cancelStatement } from "./postgresql-cancel.js";
import type { PostgresqlChannel } from "./postgresql-channel.js";
import { toConnectError } from "./connect-error.js";
import { breaksConnection } from "./postgresql-error.js";
import type { PostgresqlSettings } from "./postgresql-options.js";
import type { PostgresqlPipelines } from "./postgresql-pipelines.js";
import { sendRequest, type PostgresqlReply, type PostgresqlRequest } from "./postgresql-query.js";
import { isReady, prepareSession } from "./postgresql-session.js";

/** Sends each statement on whichever connection of a pool is free. */
export class PostgresqlPoolChannel implements PostgresqlChannel {
  readonly events = new QueryEvents();
  readonly repeatable = true;
  readonly ownQueries: boolean;
  readonly #pool: Pool;
  readonly #pipelines: PostgresqlPipelines | null;
  /** Statements that wait for a connection of ours, so that the pool is not asked for each. */
  readonly #waiting: Waiting[] = [];
  /** How many connections we have or have asked for, for statements. */
  #leases = 0;
  #reuses = 0;
  #closed = false;

  constructor(pool: Pool, { ownQueries = true, pipelines }: PoolChannelOptions = {}) {
    this.#pool = pool;
    this.#pipelines = pipelines ?? null;
    this.ownQueries = ownQueries;
  }

  send(request: PostgresqlRequest, reply: PostgresqlReply, options: CallOptions | undefined): void {
    if (options !== undefined && isBounded(options)) this.#sendWithin(request, reply, options);
    else if (this.#pipelines !== null && isShareable(request) && !this.#closed) this.#pipelines.send(request, reply);
    else if (this.#leases >= this.#pool.options.max) this.#waiting.push({ request, reply });
    else this.#lease(request, reply);
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

  /** Refuses later statements, and ends the pipelines. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#pipelines?.close();
  }

  #lease(request: PostgresqlRequest, reply: PostgresqlReply): void {
    this.#leases += 1;
    this.#connect((error, client) => {
      if (client !== undefined) return this.#run(client, request, reply);
      this.#leases -= 1;
      reply(error, undefined);
      this.#leaseForNext();
    });
  }

  #run(client: PoolClient, request: PostgresqlRequest, reply: PostgresqlReply): void {
    sendRequest(client, request, (failure, result) => {
      const next = this.#mayReuse(failure) ? this.#waiting.shift() : undefined;
      if (next !== undefined) {
        this.#run(client, next.request, next.reply);
      } else {
        this.#leases -= 1;
        release(client, failure);
        this.#leaseForNext();
      }
      reply(failure, result);
    });
  }

  /** Not while somebody else waits for the pool; and now and then not, so that the pool's own limits (`maxUses`, `maxLifetimeSeconds`) hold. */
  #mayReuse(failure: unknown): boolean {
    this.#reuses += 1;
    return failure === null && this.#pool.waitingCount === 0 && this.#reuses % 64 !== 0;
  }

  #leaseForNext(): void {
    const next = this.#waiting.shift();
    if (next !== undefined) this.#lease(next.request, next.reply);
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

  #sendWithin(request: PostgresqlRequest, reply: PostgresqlReply, options: CallOptions): void {
    const call = toBoundedQuery(request, { ...options, cancel: (client) => this.cancel(client) }, reply);
    this.#connect((error, client) => {
      if (client === undefined) call.refuse(error);
      else call.run(client, (failure) => release(client, failure));
    });
  }
}

export interface PoolChannelOptions extends PostgresqlSettings {
  readonly pipelines?: PostgresqlPipelines | undefined;
}

function isShareable({ text, described }: PostgresqlRequest): boolean {
  return text.shareable === true && !described;
}

interface Waiting {
  readonly request: PostgresqlRequest;
  readonly reply: PostgresqlReply;
}

function prepare(client: PoolClient, then: (error: unknown, client: PoolClient | undefined) => void): void {
  prepareSession(client, (error) => {
    if (error === null) return then(null, client);
    client.release(true);
    then(toConnectError(error), undefined);
  });
}

function release(client: PoolClient, failure: unknown): void {
  client.release(failure !== null && breaksConnection(failure));
}
