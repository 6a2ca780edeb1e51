import { invalidQuery, type TableSql } from "../build-sql/table-sql.js";
import type { ReturnedText } from "../dialect/dialect.js";
import { after } from "../eventually.js";
import type { CallOptions, Eventually, Executor, PreparedStatement } from "../executor.js";
import { wholeProjection, type Projection } from "../read/projection.js";
import type { ColumnSet, ColumnSets } from "./column-sets.js";
import { inTransaction } from "./in-transaction.js";
import { keyCondition, pushKeyParams } from "./key-params.js";
import { rereadRow } from "./reread-rows.js";
import { writtenValue } from "./insert-row.js";
import { returnedText, silent } from "./returning.js";
import { pushParams } from "./write-params.js";

/** Updates single rows by the primary key, by a statement for each set of columns that is given. */
export class RowUpdater {
  readonly #executor: Executor;
  readonly #table: TableSql;
  readonly #sets: ColumnSets;
  readonly #projection: Projection;
  readonly #statements = new Map<ColumnSet, PreparedStatement>();

  constructor(executor: Executor, table: TableSql, sets: ColumnSets) {
    this.#executor = executor;
    this.#table = table;
    this.#sets = sets;
    this.#projection = wholeProjection(table);
  }

  /** Whether a patch changes no column. */
  isEmpty(patch: object): boolean {
    return this.#sets.of(patch).columns.length === 0;
  }

  /** The row afterwards; undefined where no row has the key. The patch changes at least one column. */
  update(key: unknown, patch: object, options?: CallOptions): Eventually<object | undefined> {
    const set = this.#sets.of(patch);
    const params: unknown[] = [];
    pushParams(params, this.#table, set.columns, patch);
    pushKeyParams(params, this.#table, key, "updating by key");
    if (!this.#table.returning.update) return this.#updateUntold(set, params, options);
    const rows = this.#statementOf(set).all(params, options);
    return after(rows, ([row]) => (row === undefined ? undefined : this.#projection.read(row)));
  }

  /** Updates and reads again, by the key that the row has then. */
  async #updateUntold(
    set: ColumnSet,
    params: readonly unknown[],
    options: CallOptions | undefined,
  ): Promise<object | undefined> {
    const table = this.#table;
    const columns = table.primaryKey;
    const key = columns.map((column, index) => {
      const position = set.columns.indexOf(column);
      return params[position < 0 ? set.columns.length + index : position];
    });
    return inTransaction(this.#executor, async (tx) => {
      const count = await tx.prepare(updateSql(table, set), { table: table.meta }).run(params, options);
      return count === 0 ? undefined : rereadRow(tx, { table, columns, keys: [key] }, options);
    });
  }

  #statementOf(set: ColumnSet): PreparedStatement {
    let statement = this.#statements.get(set);
    if (statement === undefined) {
      const table = this.#table;
      const sql = updateSql(table, set, returnedText(table));
      statement = this.#executor.prepare(sql, { table: table.meta, wide: this.#projection.wide });
      this.#statements.set(set, statement);
    }
    return statement;
  }
}

/** `update … set … where …` of the row of a primary key. */
export function updateSql(table: TableSql, set: ColumnSet, { middle, end }: ReturnedText = silent): string {
  const where = keyCondition(table, set.columns.length);
  return `update ${table.name} set ${assignments(table, set)}${middle} where ${where}${end}`;
}

/** `a = ?, b = ?`, with the first parameters of the statement. */
export function assignments(table: TableSql, { columns }: ColumnSet): string {
  if (columns.length === 0) throw invalidQuery(table, "updating: no column is given a value");
  const { dialect } = table;
  return columns
    .map((column, index) => `${column.name} = ${writtenValue(dialect, column, dialect.placeholder(index + 1))}`)
    .join(", ");
}
