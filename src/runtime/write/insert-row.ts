import type { ColumnSql, TableSql } from "../build-sql/table-sql.js";
import type { Dialect, ReturnedText } from "../dialect/dialect.js";
import { QueryError } from "../errors/query-errors.js";
import { after } from "../eventually.js";
import type { CallOptions, Eventually, Executor, PreparedStatement } from "../executor.js";
import { wholeProjection, type Projection } from "../read/projection.js";
import type { ColumnSet, ColumnSets } from "./column-sets.js";
import { inTransaction } from "./in-transaction.js";
import { insertAndReread } from "./insert-and-reread.js";
import { toRereadKey } from "./reread-key.js";
import { returnedText, returningOptions, silent } from "./returning.js";
import { pushParams } from "./write-params.js";

/** Inserts single rows, by a statement for each set of columns that is given. */
export class RowInserter {
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

  /** The row as the database made it. */
  insert(values: object, options?: CallOptions): Eventually<object> {
    const set = this.#sets.of(values);
    const params: unknown[] = [];
    pushParams(params, this.#table, set.columns, values);
    if (!this.#table.returning.insert) return this.#insertUntold(set, params, options);
    return after(this.#statementOf(set).all(params, options), ([row]) => {
      return row === undefined ? skipped(this.#table) : this.#projection.read(row);
    });
  }

  async #insertUntold(set: ColumnSet, params: readonly unknown[], options: CallOptions | undefined): Promise<object> {
    const table = this.#table;
    const { columns } = set;
    const insertion = {
      table,
      sql: insertSql(table, set),
      params,
      columns,
      rows: [params],
      key: toRereadKey(table, set),
    };
    const row = await inTransaction(this.#executor, (tx) => insertAndReread(tx, insertion, options));
    return row ?? skipped(table);
  }

  #statementOf(set: ColumnSet): PreparedStatement {
    let statement = this.#statements.get(set);
    if (statement === undefined) {
      const sql = insertSql(this.#table, set, returnedText(this.#table));
      statement = this.#executor.prepare(sql, returningOptions(this.#table));
      this.#statements.set(set, statement);
    }
    return statement;
  }
}

/** `insert into … values (…)` of one row. */
export function insertSql(table: TableSql, { columns }: ColumnSet, { middle, end }: ReturnedText = silent): string {
  const { dialect, name } = table;
  if (columns.length === 0) return dialect.insert.ofDefaults(table, { middle, end });
  const values = columns.map((column, index) => writtenValue(dialect, column, dialect.placeholder(index + 1)));
  const names = columns.map((column) => column.name).join(", ");
  return `insert into ${name} (${names})${middle} values (${values.join(", ")})${end}`;
}

/** A parameter as the new value of a column. */
export function writtenValue(dialect: Dialect, { codec, meta }: ColumnSql, placeholder: string): string {
  return dialect.written(placeholder, { codec: codec.name, type: meta.type });
}

/** A trigger, a rule or a conflict clause of the table's own can make the database pass over a row. */
export function skipped(table: TableSql): never {
  const { name, schema = null } = table.meta;
  throw new QueryError(`${name}: inserting: the database passed over a row`, { table: name, schema });
}
