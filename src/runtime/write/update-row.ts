import { invalidQuery, type TableSql } from "../build-sql/table-sql.js";
import { after } from "../eventually.js";
import type { CallOptions, Eventually, Executor, PreparedStatement } from "../executor.js";
import { wholeProjection, type Projection } from "../read/projection.js";
import type { ColumnSet, ColumnSets } from "./column-sets.js";
import { keyCondition, pushKeyParams } from "./key-params.js";
import { returningClause } from "./returning.js";
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
    const rows = this.#statementOf(set).all(params, options);
    return after(rows, ([row]) => (row === undefined ? undefined : this.#projection.read(row)));
  }

  #statementOf(set: ColumnSet): PreparedStatement {
    let statement = this.#statements.get(set);
    if (statement === undefined) {
      const table = this.#table;
      const condition = keyCondition(table, set.columns.length);
      const sql = `update ${table.name} set ${assignments(table, set)} where ${condition}${returningClause(table)}`;
      statement = this.#executor.prepare(sql, { table: table.meta, wide: this.#projection.wide });
      this.#statements.set(set, statement);
    }
    return statement;
  }
}

/** `a = ?, b = ?`, with the first parameters of the statement. */
export function assignments(table: TableSql, { columns }: ColumnSet): string {
  if (columns.length === 0) throw invalidQuery(table, "updating: no column is given a value");
  return columns.map(({ name }, index) => `${name} = ${table.dialect.placeholder(index + 1)}`).join(", ");
}
