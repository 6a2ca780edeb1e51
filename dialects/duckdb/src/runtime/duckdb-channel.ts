import type { CallOptions, QueryEvents, TransactionScope } from "tablewright/dialect";
import type { DuckdbConnection } from "./duckdb-connection.js";
import type { DuckdbPool } from "./duckdb-pool.js";

/** Where statements get their connection: any free one, or that of a transaction, in turns. */
export interface DuckdbChannel {
  readonly pool: DuckdbPool;
  readonly events: QueryEvents;
  use<R>(work: (connection: DuckdbConnection) => Promise<R>, options?: CallOptions): Promise<R>;
}

export function toPoolChannel(pool: DuckdbPool): DuckdbChannel {
  return { pool, events: pool.events, use: (work) => pool.use(work) };
}

/** @param connection the transaction has it for itself */
export function toTransactionChannel(
  pool: DuckdbPool,
  connection: DuckdbConnection,
  scope: TransactionScope,
): DuckdbChannel {
  return {
    pool,
    events: pool.events,
    async use(work, options) {
      await scope.turn(options);
      try {
        return await work(connection);
      } finally {
        scope.release();
      }
    },
  };
}
