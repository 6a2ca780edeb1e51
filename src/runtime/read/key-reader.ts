import { selected, selectList } from "../build-sql/select-list.js";
import { Statement } from "../build-sql/statement.js";
import { invalidQuery, type ColumnSql, type TableSql } from "../build-sql/table-sql.js";
import { writeValue } from "../build-sql/write-value.js";
import { after } from "../eventually.js";
import type { CallOptions, Eventually, Executor, PreparedStatement, Row } from "../executor.js";
import { completeRows } from "./complete-rows.js";
import { relationColumns, toInclusions } from "./inclusion.js";
import { prepareOptions, wholeProjection, type Projection } from "./projection.js";

/** What a call that reads whole rows by key may ask for besides. */
export interface KeyQuery extends CallOptions {
  readonly include?: object | undefined;
}

/** Reads the row of a key by a statement that is kept prepared. */
export class KeyReader {
  readonly #executor: Executor;
  readonly #table: TableSql;
  readonly #columns: readonly ColumnSql[];
  readonly #projection: Projection;
  readonly #statement: PreparedStatement;

  constructor(executor: Executor, table: TableSql, columns: readonly ColumnSql[]) {
    this.#executor = executor;
    this.#table = table;
    this.#columns = columns;
    this.#projection = wholeProjection(table);
    this.#statement = executor.prepare(
      keySql(table, columns),
      prepareOptions(this.#projection, relationColumns(table)),
    );
  }

  /** The row of a key: a single column's value stands for itself, several are properties of an object. */
  find(key: unknown, options?: KeyQuery): Eventually<object | undefined> {
    return this.read(toKeyValues(this.#columns, key), options);
  }

  /** The row whose key has these values, in the order of the key's columns; undefined where there is none. */
  read(values: readonly unknown[], options?: KeyQuery): Eventually<object | undefined> {
    const params = this.#columns.map((column, index) => toKeyValue(this.#table, column, values[index]));
    const rows = this.#statement.all(params, options);
    return after(rows, options?.include === undefined ? this.#first : (found) => this.#complete(found, options));
  }

  readonly #first = ([row]: readonly Row[]): object | undefined =>
    row === undefined ? undefined : this.#projection.read(row);

  #complete(rows: readonly Row[], options: KeyQuery): Eventually<object | undefined> {
    const plan = { projection: this.#projection, inclusions: toInclusions(this.#table, options.include) };
    return after(completeRows(this.#executor, { plan, rows }, options), ([result]) => result);
  }
}

function toKeyValues(columns: readonly ColumnSql[], key: unknown): readonly unknown[] {
  if (columns.length === 1 || typeof key !== "object" || key === null) return [key];
  return columns.map(({ property }) => (key as Readonly<Record<string, unknown>>)[property]);
}

/** A key as a filter. */
export function toKeyWhere(table: TableSql, columns: readonly ColumnSql[], key: unknown): object {
  const values = toKeyValues(columns, key);
  return Object.fromEntries(
    columns.map((column, index) => {
      toKeyValue(table, column, values[index]);
      return [column.property, { eq: values[index] }];
    }),
  );
}

function toKeyValue(table: TableSql, column: ColumnSql, value: unknown): unknown {
  if (value !== undefined && value !== null) return writeValue(column, value, table);
  throw invalidQuery(table, `reading by key: "${column.property}" has no value`);
}

function keySql(table: TableSql, columns: readonly ColumnSql[]): string {
  const { dialect } = table;
  const { bind } = new Statement(dialect);
  const conditions = columns.map(({ name, meta }) => `t0.${name} = ${dialect.compared(bind(undefined), meta.type)}`);
  return dialect.select({
    columns: selectList(selected(table, table.columns, "t0")),
    from: `${table.name} t0`,
    alias: "t0",
    where: conditions.join(" and "),
    order: "",
  });
}
