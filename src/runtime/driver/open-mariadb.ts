import { mariadbDialect } from "../dialect/mariadb-dialect.js";
import type { Executor } from "../executor.js";
import { openMysqlServer } from "./mysql-open-server.js";
import type { MysqlOptions } from "./mysql-options.js";

/** What `openMysql` takes: both servers have one driver. */
export type MariadbOptions = MysqlOptions;

/**
 * Connects to a MariaDB server by mysql2, a peer dependency. With options it makes a pool and one connection of it, failing with
 * `ConnectionFailedError`; a pool that is handed in is used when the first statement comes.
 */
export function openMariadb(options: MariadbOptions): Promise<Executor> {
  return openMysqlServer(mariadbDialect, options);
}
