import type { Dialect } from "../../../src/runtime/dialect/dialect.js";
import type { Executor } from "../../../src/runtime/executor.js";

/** An executor, and its transactions, for which statements are written in another dialect. */
export function withDialect(executor: Executor, dialect: Dialect): Executor {
  return {
    dialect,
    events: executor.events,
    inTransaction: executor.inTransaction ?? false,
    prepare: (sql, options) => executor.prepare(sql, options),
    raw: (sql, params, options) => executor.raw(sql, params, options),
    stream: (sql, params, options) => executor.stream(sql, params, options),
    transaction: (run, options) => executor.transaction((tx) => run(withDialect(tx, dialect)), options),
    close: () => executor.close(),
  };
}
