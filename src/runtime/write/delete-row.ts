import type { TableSql } from "../build-sql/table-sql.js";
import { after } from "../eventually.js";
import type { CallOptions, Eventually, Executor, PreparedStatement } from "../executor.js";
import { countRows, isTriggeredView } from "./count-rows.js";
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
    return after(this.#count(params, options), (count) => count > 0);
  }

  #count(params: readonly unknown[], options: CallOptions | undefined): Eventually<number> {
    const table = this.#table;
    if (isTriggeredView(table)) return countRows(this.#executor, { table, sql: this.#sql() }, { params, options });
    return (this.#statement ??= this.#executor.prepare(this.#sql(), { table: table.meta })).run(params, options);
  }

  #sql(): string {
    return `delete from ${this.#table.name} where ${keyCondition(this.#table, 0)}`;
  }
}
