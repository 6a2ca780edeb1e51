import type { Pool, PoolConfig } from "pg";

/** How to reach the server: the options of a pool that is made, or a pool of the caller's, alone or with settings. */
export type PostgresqlOptions = PostgresqlConnectOptions | PostgresqlPoolOptions | Pool;

export interface PostgresqlConnectOptions extends PoolConfig, PostgresqlSettings {
  /**
   * How many connections, beside the pool, carry the kept reads outside transactions: each many at the same time, which are answered in the order in
   * which they were sent, so that a slow one holds those behind it up. Calls with a signal or a time limit go through the pool. Default 0.
   */
  readonly pipelines?: number | undefined;
}

export interface PostgresqlPoolOptions extends PostgresqlSettings {
  /** Used as it is; `close()` leaves it open. Its connections get the session settings that reading values needs. */
  readonly pool: Pool;
}

export interface PostgresqlSettings {
  /** How many texts are kept as named statements on each connection; further ones are parsed at every call. Default 500; 0 names none. */
  readonly namedStatementsMax?: number | undefined;
  /** Whether statements take the quick way through the driver, which rests on how pg's clients call a query. Default true; false uses its documented calls only. */
  readonly ownQueries?: boolean | undefined;
}
