import type { CallOptions } from "../executor.js";
import { ReadOnlyError } from "../errors/transaction-errors.js";
import type { QueryEvents } from "../query-events.js";
import type { TransactionScope } from "../transaction-scope.js";
import { BoundedCall, isBounded } from "./bounded-call.js";
import type { OracleChannel } from "./oracle-channel.js";
import { mayWrite } from "./oracle-ending.js";
import type { OraclePoolChannel } from "./oracle-pool-channel.js";
import { runOracle, sendOracle, type OracleReply, type OracleRequest, type OracleResult } from "./oracle-query.js";
import type { OracleSession } from "./oracle-session.js";
import type { OracleTransactionConnection } from "./oracle-transaction-connection.js";

export interface OracleClientChannelOptions {
  readonly pool: OraclePoolChannel;
  readonly on: OracleTransactionConnection;
  readonly scope: TransactionScope;
  /** Whether statements that write are refused here, as the server cannot be told to within a transaction. */
  readonly refusesWrites: boolean;
}

/** Sends every statement on one connection, one after the other, in the turns of a transaction. */
export class OracleClientChannel implements OracleChannel {
  readonly events: QueryEvents;
  readonly pool: OraclePoolChannel;
  readonly on: OracleTransactionConnection;
  readonly scope: TransactionScope;
  readonly #refusesWrites: boolean;

  constructor({ pool, on, scope, refusesWrites }: OracleClientChannelOptions) {
    this.events = pool.events;
    this.pool = pool;
    this.on = on;
    this.scope = scope;
    this.#refusesWrites = refusesWrites;
  }

  send(request: OracleRequest, reply: OracleReply, options: CallOptions | undefined): void {
    if (options !== undefined && isBounded(options)) return this.#sendWithin(request, reply, options);
    const send = (): void =>
      this.#exchange(request, (failure, result) => {
        this.scope.release();
        reply(failure, result);
      });
    if (this.scope.idle) {
      this.scope.take();
      send();
    } else {
      this.scope.turn().then(send, (error: unknown) => reply(error, undefined));
    }
  }

  /** The error for a statement that may not run here; null for one that may. */
  refusal(sql: string): Error | null {
    if (this.#refusesWrites && mayWrite(sql))
      return new ReadOnlyError("write: it was refused: the transaction is read-only", { sql });
    return this.on.refusal();
  }

  #exchange(request: OracleRequest, reply: OracleReply): void {
    const refusal = this.refusal(request.sql);
    if (refusal !== null) return reply(refusal, undefined);
    const { session } = this.on;
    const then: OracleReply = (failure, result) => {
      this.on.notice(request.sql, failure);
      reply(failure, result);
    };
    if (request.rows === undefined) return sendOracle(session, request, { commits: false }, then);
    runWhole(session, request).then(
      (result) => then(null, result),
      (error: unknown) => then(error, undefined),
    );
  }

  #sendWithin(request: OracleRequest, reply: OracleReply, options: CallOptions): void {
    const send = (_: OracleSession, then: OracleReply): void => this.#exchange(request, then);
    const { interruption } = this.pool;
    const call = new BoundedCall({ ...options, sql: request.sql, interruption, send }, reply);
    this.scope.turn(options).then(
      () => call.run(this.on.session, () => this.scope.release()),
      (error: unknown) => call.refuse(error),
    );
  }
}

/**
 * A statement for many rows that fails at one has written those before it
 * (https://node-oracledb.readthedocs.io/en/latest/user_guide/batch_statement.html): none of them is to be left, as of any other statement.
 */
async function runWhole(session: OracleSession, request: OracleRequest): Promise<OracleResult> {
  const own = (sql: string): Promise<OracleResult> =>
    runOracle(session, { sql, params: [], keep: true }, { commits: false });
  await own("savepoint tablewright_batch");
  try {
    return await runOracle(session, request, { commits: false });
  } catch (error) {
    // Where not even this can be done, the connection is lost, as the first error says.
    await own("rollback to savepoint tablewright_batch").catch(() => {});
    throw error;
  }
}
