import { toTableSql, type TableSql } from "../build-sql/table-sql.js";
import type { CallOptions, Executor } from "../executor.js";
import type { TableMeta } from "../table-meta.js";
import type { TableTypes } from "../types/table-types.js";
import { insertSetsOf } from "../write/column-sets.js";
import { inTransaction } from "../write/in-transaction.js";
import { insertSql } from "../write/insert-row.js";
import { pushParams } from "../write/write-params.js";

/** Inserts rows that cannot be read again. */
export class AppendRepository<T extends TableTypes> {
  /** What is known of the table. */
  readonly table: TableMeta<T>;
  protected readonly executor: Executor;
  readonly #tableSql: TableSql;

  constructor(table: TableMeta<T>, executor: Executor) {
    this.table = table;
    this.executor = executor;
    this.#tableSql = toTableSql(table, executor.dialect);
  }

  /** Inserts a row; of defaults alone where no value is given. */
  async insert(values: T["insert"], options?: CallOptions): Promise<void> {
    await this.#insert(this.executor, values, options);
  }

  /** Inserts any number of rows, all of them or none. Gives their number. */
  async insertMany(values: Iterable<T["insert"]> | AsyncIterable<T["insert"]>, options?: CallOptions): Promise<number> {
    return inTransaction(this.executor, async (tx) => {
      let count = 0;
      for await (const row of values) {
        await this.#insert(tx, row, options);
        count++;
      }
      return count;
    });
  }

  async #insert(executor: Executor, values: object, options: CallOptions | undefined): Promise<void> {
    const table = this.#tableSql;
    const set = insertSetsOf(table).of(values);
    const params: unknown[] = [];
    pushParams(params, table, set.columns, values);
    await executor.prepare(insertSql(table, set), { table: table.meta }).run(params, options);
  }
}
