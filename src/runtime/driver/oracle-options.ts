import type { Pool, PoolAttributes } from "oracledb";

/** How to reach the server: oracledb's options of a pool, a URL alone or as `url`, or a pool of the caller's, alone or in an object. */
export type OracleOptions = OracleConnectOptions | OracleUrlOptions | OraclePoolOptions | Pool | string;

/**
 * oracledb's options of a pool. A `sessionCallback` of the caller's runs after ours. `stmtCacheSize`, the number of texts that each connection keeps parsed,
 * is 200 unless told; the server's limit of open cursors (OPEN_CURSORS) is above it by default, at 300 in most installations.
 */
export type OracleConnectOptions = PoolAttributes;

export interface OracleUrlOptions {
  /** `oracle://user:password@host:1521/service`, with options of the driver behind a `?`; `sid` stands for a service name, `protocol=tcps` asks for TLS. */
  readonly url: string;
}

export interface OraclePoolOptions {
  /** Used as it is; `close()` leaves it open. Its connections get the session settings that reading values needs when they are first used. */
  readonly pool: Pool;
}
