import type { PoolConnection } from "mysql2";
import type { CallOptions } from "../executor.js";
import { ReadOnlyError } from "../errors/transaction-errors.js";
import type { QueryEvents } from "../query-events.js";
import type { TransactionScope } from "../transaction-scope.js";
import { BoundedCall, isBounded } from "./bounded-call.js";
import type { MysqlChannel } from "./mysql-channel.js";
import type { MysqlPoolChannel } from "./mysql-pool-channel.js";
import type { MysqlReply, MysqlRequest } from "./mysql-query.js";
import type { MysqlTransactionConnection } from "./mysql-transaction-connection.js";

export interface MysqlClientChannelOptions {
  readonly pool: MysqlPoolChannel;
  readonly on: MysqlTransactionConnection;
  readonly scope: TransactionScope;
  /** Whether statements that write are refused here, as the server cannot be told to within a transaction. */
  readonly refusesWrites?: boolean;
}

/** Sends every statement on one connection, one after the other, in the turns of a transaction. */
export class MysqlClientChannel implements MysqlChannel {
  readonly events: QueryEvents;
  readonly pool: MysqlPoolChannel;
  readonly on: MysqlTransactionConnection;
  readonly scope: TransactionScope;
  readonly #refusesWrites: boolean;

  constructor({ pool, on, scope, refusesWrites = false }: MysqlClientChannelOptions) {
    this.events = pool.events;
    this.pool = pool;
    this.on = on;
    this.scope = scope;
    this.#refusesWrites = refusesWrites;
  }

  send(request: MysqlRequest, reply: MysqlReply, options: CallOptions | undefined): void {
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

  /** The same connection and rules, in the turns of another scope. */
  past(scope: TransactionScope): MysqlClientChannel {
    return new MysqlClientChannel({ pool: this.pool, on: this.on, scope, refusesWrites: this.#refusesWrites });
  }

  /** The error for a statement that may not run here; null for one that may. */
  refusal(sql: string): Error | null {
    if (this.#refusesWrites && !reads.test(sql))
      return new ReadOnlyError("write: it was refused: the transaction is read-only", { sql });
    return this.on.refusal();
  }

  #send(request: MysqlRequest, reply: MysqlReply): void {
    this.#exchange(request, (failure, result) => {
      this.scope.release();
      reply(failure, result);
    });
  }

  #exchange(request: MysqlRequest, reply: MysqlReply): void {
    const refusal = this.refusal(request.sql);
    if (refusal === null) this.on.send(request, reply);
    else reply(refusal, undefined);
  }

  #sendWithin(request: MysqlRequest, reply: MysqlReply, options: CallOptions): void {
    const send = (_: PoolConnection, then: MysqlReply): void => this.#exchange(request, then);
    const { interruption } = this.pool;
    const call = new BoundedCall({ ...options, sql: request.sql, interruption, send }, reply);
    this.scope.turn(options).then(
      () => call.run(this.on.connection, () => this.scope.release()),
      (error: unknown) => call.refuse(error),
    );
  }
}

/** By the first word, past comments and parentheses; `with` may begin a write, too, and then has one of their words at the start of a line or after `)`. */
const reads =
  /^(?:\s|\(|--[^\n]*|#[^\n]*|\/\*(?!!|M!)[\s\S]*?\*\/)*(?:select|values|table|show|describe|desc|explain|do|set|with(?![\s\S]*\)\s*(?:insert|update|delete|replace)\b))\b/i;
