import type { config, ConnectionPool } from "mssql";

/**
 * How to reach the server: mssql's configuration, a connection string of it (`Server=host,1433;Database=…`), a URL alone or as `url`, or a pool of the
 * caller's, alone or in an object.
 */
export type SqlserverOptions =
  SqlserverConnectOptions | SqlserverUrlOptions | SqlserverPoolOptions | ConnectionPool | string;

/** mssql's configuration of a pool. `requestTimeout` is none unless told, and connections are looked at, not asked, before their use. */
export type SqlserverConnectOptions = config;

export interface SqlserverUrlOptions {
  /** `mssql://user:password@host:1433/database?encrypt=true`: options of the driver behind the `?`; `instance` names an instance. */
  readonly url: string;
}

export interface SqlserverPoolOptions {
  /** Used as it is, and connected if it is not; `close()` leaves it open. Its `requestTimeout` bounds every statement, 15 seconds by mssql's default. */
  readonly pool: ConnectionPool;
}
