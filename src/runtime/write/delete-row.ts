import type { TableSql } from "../build-sql/table-sql.js";
import { after } from "../eventually.js";
import type { CallOptions, Eventually, Executor, PreparedStatement } from "../executor.js";
import { keyCondition, pushKeyParams } from "./key-params.js";

/** Deletes single rows by the primary key. */
export class RowDeleter {
  readonly #table: TableSql;
  readonly #executor: Executor;
  #statement: PreparedStatement | undefined;

  constructor(executor: Executor, table: TableSql) {
    this.#executor = executor;
    this.#table = table;
  }

  /** Whether there was a row. */
  delete(key: unknown, options?: CallOptions): Eventually<boolean> {
    const params: unknown[] = [];
    pushKeyParams(params, this.#table, key, "deleting by key");
    return after(this.#prepared().run(params, options), (count) => count > 0);
  }

  #prepared(): PreparedStatement {
    const { name, meta } = this.#table;
    const sql = `delete from ${name} where ${keyCondition(this.#table, 0)}`;
    return (this.#statement ??= this.#executor.prepare(sql, { table: meta }));
  }
}
