import type { Dialect } from "../dialect/dialect.js";
import type { Executor } from "../executor.js";
import { SqlserverExecutor } from "./sqlserver-executor.js";
import { openSqlserverPool } from "./sqlserver-open-pool.js";
import type { SqlserverOptions } from "./sqlserver-options.js";

/** Opens a database and makes a first connection, failing with `ConnectionFailedError`. */
export async function openSqlserverServer(dialect: Dialect, options: SqlserverOptions): Promise<Executor> {
  const { channel, close } = await openSqlserverPool(options);
  let closing: Promise<void> | undefined;
  return new SqlserverExecutor({ pool: channel, dialect, close: () => (closing ??= close()) });
}
