import { settle } from "./eventually.js";
import type { CallOptions, Eventually } from "./executor.js";
import { ReadRepository } from "./read/read-repository.js";
import type { TableTypes } from "./types/table-types.js";
import type { DeleteManyOptions, UpdateManyOptions, UpsertOptions } from "./types/write-options.js";
import { insertSetsOf, updateSetsOf } from "./write/column-sets.js";
import { RowDeleter } from "./write/delete-row.js";
import { RowInserter } from "./write/insert-row.js";
import { insertRows } from "./write/insert-rows.js";
import { RowUpdater } from "./write/update-row.js";
import { RowUpserter } from "./write/upsert-row.js";
import { deleteWhere, updateWhere } from "./write/write-where.js";

/**
 * Reads and writes the rows of a table. In values to write, `undefined` counts as absent and null is NULL (in a column of JSON that cannot be NULL, the
 * null of JSON). Entities that come back hold what the database made of the values: defaults, computed columns, normal forms.
 *
 * A value that the column cannot hold exactly is a `CodecError`, and an unknown property or a computed column an `InvalidQueryError`, both before the row
 * is sent. The rest is left to the database: a required column without a value is its `NotNullViolationError`.
 */
export class Repository<T extends TableTypes> extends ReadRepository<T> {
  #inserter: RowInserter | undefined;
  #upserter: RowUpserter | undefined;
  #updater: RowUpdater | undefined;
  #deleter: RowDeleter | undefined;

  /** Inserts a row; of defaults alone where no value is given. */
  insert(values: T["insert"], options?: CallOptions): Promise<T["entity"]> {
    return settle(() => {
      this.#inserter ??= new RowInserter(this.executor, this.tableSql, insertSetsOf(this.tableSql));
      return this.#inserter.insert(values, options);
    });
  }

  /**
   * Inserts any number of rows, all of them or none, and gives them in the same order. All values are taken in before the first row is written, so that no
   * transaction waits for them.
   */
  async insertMany(
    values: Iterable<T["insert"]> | AsyncIterable<T["insert"]>,
    options?: CallOptions,
  ): Promise<T["entity"][]> {
    const { executor, tableSql } = this;
    const rows = Array.isArray(values) ? (values as readonly object[]) : await collect(values);
    return insertRows({ executor, table: tableSql, sets: insertSetsOf(tableSql) }, rows, options);
  }

  /** Inserts a row, or updates the one that has its key. Gives the row as it is afterwards. */
  upsert(values: T["insert"], options: UpsertOptions<T>): Promise<T["entity"]> {
    return settle(() => {
      this.#upserter ??= new RowUpserter(this.executor, this.tableSql, insertSetsOf(this.tableSql));
      return this.#upserter.upsert(values, options);
    });
  }

  /** Changes the row of a primary key, which may be changed itself; undefined where there is none. An empty patch changes nothing. */
  update(key: T["key"], patch: T["update"], options?: CallOptions): Promise<T["entity"] | undefined> {
    return settle(() => this.#update(key, patch, options));
  }

  /** Changes the rows that pass a filter. Gives their number. */
  updateMany(query: UpdateManyOptions<T>): Promise<number> {
    const { executor, tableSql } = this;
    return settle(() => updateWhere({ executor, table: tableSql, sets: updateSetsOf(tableSql) }, query));
  }

  /** Deletes the row of a primary key. Gives whether there was one. */
  delete(key: T["key"], options?: CallOptions): Promise<boolean> {
    return settle(() => (this.#deleter ??= new RowDeleter(this.executor, this.tableSql)).delete(key, options));
  }

  /** Deletes the rows that pass a filter. Gives their number. */
  deleteMany(query: DeleteManyOptions<T>): Promise<number> {
    const { executor, tableSql } = this;
    return settle(() => deleteWhere({ executor, table: tableSql }, query));
  }

  #update(key: T["key"], patch: object, options: CallOptions | undefined): Eventually<object | undefined> {
    this.#updater ??= new RowUpdater(this.executor, this.tableSql, updateSetsOf(this.tableSql));
    return this.#updater.isEmpty(patch) ? this.find(key, options) : this.#updater.update(key, patch, options);
  }
}

async function collect(values: Iterable<object> | AsyncIterable<object>): Promise<readonly object[]> {
  const rows: object[] = [];
  for await (const row of values) rows.push(row);
  return rows;
}
