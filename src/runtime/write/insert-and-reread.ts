import type { ColumnSql, TableSql } from "../build-sql/table-sql.js";
import { QueryError } from "../errors/query-errors.js";
import type { CallOptions, Executor, Inserted, PreparedStatement } from "../executor.js";
import { rereadRow, rereadRows } from "./reread-rows.js";
import { firstCounted, type RereadKey } from "./reread-key.js";

/** Rows to insert by a statement that gives none back. */
export interface UntoldInsertion {
  readonly table: TableSql;
  readonly sql: string;
  readonly params: readonly unknown[];
  /** The columns that are given, and for each row their driver values. */
  readonly columns: readonly ColumnSql[];
  readonly rows: readonly (readonly unknown[])[];
  readonly key: RereadKey;
}

/** Inserts one row and reads it again. `executor` is a transaction. */
export async function insertAndReread(
  executor: Executor,
  insertion: UntoldInsertion,
  options: CallOptions | undefined,
): Promise<object | undefined> {
  const { table, key } = insertion;
  const inserted = await insert(executor, insertion, options);
  if (inserted.count === 0) return undefined;
  const keys = toKeys(insertion, key.counted === null ? [] : [firstCounted(table, inserted)]);
  return rereadRow(executor, { table, columns: key.columns, keys }, options);
}

/** Inserts rows by one statement and reads them again, in their order. `executor` is a transaction. */
export async function insertAllAndReread(
  executor: Executor,
  insertion: UntoldInsertion,
  options: CallOptions | undefined,
): Promise<object[]> {
  const { table, key, rows } = insertion;
  const inserted = await insert(executor, insertion, options);
  if (inserted.count !== rows.length) return [];
  const counted = key.counted === null ? [] : await countedNumbers(executor, insertion, inserted);
  return rereadRows(executor, { table, columns: key.columns, keys: toKeys(insertion, counted) }, options);
}

/**
 * A statement that says how many rows it inserts takes consecutive numbers, in steps that groups of servers set
 * (https://dev.mysql.com/doc/refman/8.4/en/innodb-auto-increment-handling.html, "simple inserts").
 */
async function countedNumbers(
  executor: Executor,
  { table, rows }: UntoldInsertion,
  inserted: Inserted,
): Promise<readonly bigint[]> {
  const first = firstCounted(table, inserted);
  const [row] = await executor.prepare("select @@auto_increment_increment").all([]);
  const step = BigInt(Number(row?.[0] ?? 1));
  return rows.map((_row, index) => first + BigInt(index) * step);
}

function toKeys({ columns, rows, key }: UntoldInsertion, counted: readonly bigint[]): readonly (readonly unknown[])[] {
  const positions = key.columns.map((column) => columns.indexOf(column));
  return rows.map((row, index) => positions.map((position) => (position < 0 ? counted[index] : row[position])));
}

function insert(executor: Executor, insertion: UntoldInsertion, options: CallOptions | undefined): Promise<Inserted> {
  const { table, sql, params } = insertion;
  const statement: PreparedStatement = executor.prepare(sql, { table: table.meta });
  if (statement.insert !== undefined) return Promise.resolve(statement.insert(params, options));
  const { name, schema = null } = table.meta;
  throw new QueryError(`${name}: inserting: the driver tells nothing of insertions without rows`, {
    table: name,
    schema,
  });
}
