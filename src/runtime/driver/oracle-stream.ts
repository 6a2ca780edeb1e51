import type { ResultSet } from "oracledb";
import type { CallOptions, Row, StreamOptions } from "../executor.js";
import { BoundedCall, isBounded } from "./bounded-call.js";
import type { OracleClientChannel } from "./oracle-client-channel.js";
import { toOracleError } from "./oracle-error.js";
import type { OraclePoolChannel } from "./oracle-pool-channel.js";
import { toBind } from "./oracle-binds.js";
import { toExecuteOptions } from "./oracle-query.js";
import type { OracleSession } from "./oracle-session.js";

export interface OracleStreamCall {
  readonly sql: string;
  readonly params: readonly unknown[];
  readonly options: StreamOptions;
}

/** Rows in batches, as they are asked for, on a connection of their own. `timeoutMs` bounds each batch. */
export async function* streamOracleAlone(
  pool: OraclePoolChannel,
  call: OracleStreamCall,
): AsyncGenerator<readonly Row[]> {
  call.options.signal?.throwIfAborted();
  const session = await pool.connect();
  let failure: unknown = null;
  try {
    yield* streamFrom({ pool, session, turn: noTurn, onEnd: (error) => (failure = error) }, call);
  } finally {
    await pool.release(session, failure);
  }
}

/** The same in a transaction, whose connection serves other statements between two batches. */
export async function* streamOracleWithin(
  channel: OracleClientChannel,
  call: OracleStreamCall,
): AsyncGenerator<readonly Row[]> {
  const { pool, on, scope } = channel;
  const turn = async (options?: CallOptions): Promise<() => void> => {
    await scope.turn(options);
    const refusal = channel.refusal(call.sql);
    if (refusal === null) return () => scope.release();
    scope.release();
    throw refusal;
  };
  const onEnd = (error: unknown): void => on.notice(call.sql, error);
  yield* streamFrom({ pool, session: on.session, turn, onEnd }, call);
}

/** Where a stream runs. */
interface StreamPlace {
  readonly pool: OraclePoolChannel;
  readonly session: OracleSession;
  /** Waits until the connection is free, and gives what frees it. */
  readonly turn: (options?: CallOptions) => Promise<() => void>;
  /** Called once, with the driver's error that the stream ended with, or null. */
  readonly onEnd: (error: unknown) => void;
}

async function* streamFrom(place: StreamPlace, call: OracleStreamCall): AsyncGenerator<readonly Row[]> {
  const { sql, params, options } = call;
  const { batchSize, table } = options;
  const startedAt = performance.now();
  let count = 0;
  let failure: unknown = null;
  let set: ResultSet<Row> | undefined;
  try {
    set = await inTurn(place, call, () => openSet(place.session, call));
    for (;;) {
      const open = set;
      const rows = await inTurn(place, call, () => open.getRows(batchSize));
      count += rows.length;
      if (rows.length > 0) yield rows;
      if (rows.length < batchSize) return;
    }
  } catch (error) {
    failure = error;
    throw toOracleError(error, { sql, table });
  } finally {
    if (set !== undefined) await closeSet(place, set);
    place.onEnd(failure);
    const { events } = place.pool;
    const error = failure === null ? null : toOracleError(failure, { sql, table });
    if (events.active) events.report({ sql, params, startedAt, rows: count, error });
  }
}

async function openSet(session: OracleSession, { sql, params, options }: OracleStreamCall): Promise<ResultSet<Row>> {
  const { batchSize, keep = true } = options;
  const binds = params.map((value, index) => toBind(session, value, index));
  const { resultSet } = await session.connection.execute<Row>(sql, binds, {
    ...toExecuteOptions(session, { sql, params, keep }, { commits: false }),
    resultSet: true,
    fetchArraySize: batchSize,
    prefetchRows: Math.min(batchSize, prefetchMax),
  });
  if (resultSet === undefined) throw new TypeError("oracledb: a query gave no result set");
  return resultSet;
}

const prefetchMax = 1000;

/** One round trip, or a few, as long as the options let it last. */
async function inTurn<R>(place: StreamPlace, { sql, options }: OracleStreamCall, run: () => Promise<R>): Promise<R> {
  options.signal?.throwIfAborted();
  const leave = await place.turn(options);
  try {
    return await (isBounded(options) ? bounded(place, { ...options, sql }, run) : run());
  } finally {
    leave();
  }
}

function bounded<R>(
  { pool, session }: StreamPlace,
  { signal, timeoutMs, sql }: CallOptions & { readonly sql: string },
  run: () => Promise<R>,
): Promise<R> {
  return new Promise((resolve, reject) => {
    const send = (_: OracleSession, reply: (error: unknown, result: R | undefined) => void): void => {
      run().then(
        (result) => reply(null, result),
        (error: unknown) => reply(error, undefined),
      );
    };
    const { interruption } = pool;
    const settle = (error: unknown, result: R | undefined): void =>
      result === undefined ? reject(error) : resolve(result);
    new BoundedCall<OracleSession, R>({ signal, timeoutMs, sql, interruption, send }, settle).run(session, () => {});
  });
}

/** Where the connection is gone, or the transaction over, there is nothing left to close. */
async function closeSet(place: StreamPlace, set: ResultSet<Row>): Promise<void> {
  try {
    const leave = await place.turn();
    await set.close().finally(leave);
  } catch {
    await set.close().catch(() => {});
  }
}

function noTurn(): Promise<() => void> {
  return Promise.resolve(() => {});
}
