import { mysqlDialect } from "../dialect/mysql-dialect.js";
import type { Executor } from "../executor.js";
import { openMysqlServer } from "./mysql-open-server.js";
import type { MysqlOptions } from "./mysql-options.js";

/**
 * Connects to a MySQL server by mysql2, a peer dependency. With options it makes a pool and one connection of it, failing with `ConnectionFailedError`; a
 * pool that is handed in is used when the first statement comes.
 */
export function openMysql(options: MysqlOptions): Promise<Executor> {
  return openMysqlServer(mysqlDialect, options);
}
