import type { Pool, PoolOptions } from "mysql2";
import type { Pool as PromisePool } from "mysql2/promise";

/** How to reach the server: the options of a pool that is made (`uri` among them), or a pool of the caller's, alone or in an object. */
export type MysqlOptions = MysqlConnectOptions | MysqlPoolOptions | Pool | PromisePool;

/**
 * Options of mysql2's pools, less those on which the reading of values rests. `maxPreparedStatements`, the number of texts that each connection keeps
 * prepared, is 500 unless told: servers allow 16,382 for all connections together.
 */
export type MysqlConnectOptions = Omit<PoolOptions, OwnSetting>;

export interface MysqlPoolOptions {
  /**
   * Used as it is; `close()` leaves it open. Its connections get the session settings that reading values needs: `time_zone` and `sql_mode`. Reading is
   * quickest where it was made with `jsonStrings: true` and neither `decimalNumbers` nor a `typeCast` of its own.
   */
  readonly pool: Pool | PromisePool;
}

type OwnSetting =
  | "bigNumberStrings"
  | "dateStrings"
  | "decimalNumbers"
  | "jsonStrings"
  | "multipleStatements"
  | "namedPlaceholders"
  | "nestTables"
  | "queryFormat"
  | "resetOnRelease"
  | "rowsAsArray"
  | "stringifyObjects"
  | "supportBigNumbers"
  | "timezone"
  | "typeCast";
