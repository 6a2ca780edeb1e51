import type { CallOptions } from "../executor.js";
import { ReadOnlyError } from "../errors/transaction-errors.js";
import type { QueryEvents } from "../query-events.js";
import type { TransactionScope } from "../transaction-scope.js";
import { BoundedCall, isBounded } from "./bounded-call.js";
import type { SqlserverChannel } from "./sqlserver-channel.js";
import type { SqlserverConnection } from "./sqlserver-connection.js";
import type { SqlserverPoolChannel } from "./sqlserver-pool-channel.js";
import { sendSqlserver, type SqlserverReply, type SqlserverRequest } from "./sqlserver-query.js";
import type { SqlserverTransactionConnection } from "./sqlserver-transaction-connection.js";
import { mayWrite } from "./sqlserver-writing.js";

export interface SqlserverClientChannelOptions {
  readonly pool: SqlserverPoolChannel;
  readonly on: SqlserverTransactionConnection;
  readonly scope: TransactionScope;
  /** Whether statements that write are refused here, as the server cannot be told to. */
  readonly refusesWrites: boolean;
}

/** Sends every statement on one connection, one after the other, in the turns of a transaction. */
export class SqlserverClientChannel implements SqlserverChannel {
  readonly events: QueryEvents;
  readonly pool: SqlserverPoolChannel;
  readonly on: SqlserverTransactionConnection;
  readonly scope: TransactionScope;
  readonly #refusesWrites: boolean;

  constructor({ pool, on, scope, refusesWrites }: SqlserverClientChannelOptions) {
    this.events = pool.events;
    this.pool = pool;
    this.on = on;
    this.scope = scope;
    this.#refusesWrites = refusesWrites;
  }

  send(request: SqlserverRequest, reply: SqlserverReply, options: CallOptions | undefined): void {
    if (options !== undefined && isBounded(options)) return this.#sendWithin(request, reply, options);
    if (this.scope.idle) {
      this.scope.take();
      this.#send(request, reply);
    } else {
      this.scope.turn().then(
        () => this.#send(request, reply),
        (error: unknown) => reply(error, undefined),
      );
    }
  }

  /** The error for a statement that may not run here; null for one that may. */
  refusal(sql: string): Error | null {
    if (this.#refusesWrites && mayWrite(sql))
      return new ReadOnlyError("write: it was refused: the transaction is read-only", { sql });
    return this.on.refusal();
  }

  #send(request: SqlserverRequest, reply: SqlserverReply): void {
    this.#exchange(request, (failure, result) => {
      this.scope.release();
      reply(failure, result);
    });
  }

  #exchange(request: SqlserverRequest, reply: SqlserverReply): void {
    const refusal = this.refusal(request.sql);
    if (refusal !== null) return reply(refusal, undefined);
    sendSqlserver(this.pool.tedious, this.on.connection, request, (failure, result) => {
      this.on.notice(failure, () => reply(failure, result));
    });
  }

  #sendWithin(request: SqlserverRequest, reply: SqlserverReply, options: CallOptions): void {
    const send = (_: SqlserverConnection, then: SqlserverReply): void => this.#exchange(request, then);
    const { interruption } = this.pool;
    const call = new BoundedCall({ ...options, sql: request.sql, interruption, send }, reply);
    this.scope.turn(options).then(
      () => call.run(this.on.connection, () => this.scope.release()),
      (error: unknown) => call.refuse(error),
    );
  }
}
