import { selectList } from "../build-sql/select-list.js";
import { Statement } from "../build-sql/statement.js";
import { aliased } from "../build-sql/table-column.js";
import type { ColumnSql, TableSql } from "../build-sql/table-sql.js";
import { QueryError } from "../errors/query-errors.js";
import type { CallOptions, Executor, Row } from "../executor.js";
import { KeyIndex } from "../read/key-index.js";
import { wholeProjection } from "../read/projection.js";

/** Rows to read again by the driver values of a key. */
export interface WrittenRows {
  readonly table: TableSql;
  readonly columns: readonly ColumnSql[];
  readonly keys: readonly (readonly unknown[])[];
}

/** The row of a key; undefined where there is none. */
export async function rereadRow(
  executor: Executor,
  { table, columns, keys: [key = []] }: WrittenRows,
  options: CallOptions | undefined,
): Promise<object | undefined> {
  const statement = new Statement(table.dialect);
  const terms = columns.map(({ name, meta }, index) => {
    return `t0.${name} = ${table.dialect.compared(statement.bind(key[index]), meta.type)}`;
  });
  const [row] = await select(executor, { table, condition: terms.join(" and "), params: statement.params }, options);
  return row === undefined ? undefined : wholeProjection(table).read(row);
}

/** The rows of keys, in the keys' order; one that is not found is a `QueryError`. */
export async function rereadRows(
  executor: Executor,
  { table, columns, keys }: WrittenRows,
  options: CallOptions | undefined,
): Promise<object[]> {
  const statement = new Statement(table.dialect);
  const operands = columns.map(({ name, meta }) => ({ sql: `t0.${name}`, type: meta.type }));
  const [operand] = operands;
  const condition =
    operands.length === 1 && operand !== undefined
      ? table.dialect.isIn(
          operand,
          keys.map(([value]) => value),
          statement.bind,
        )
      : table.dialect.isRowIn(operands, keys, statement.bind);
  const rows = await select(executor, { table, condition, params: statement.params }, options);
  return inOrder({ table, columns, keys }, rows);
}

interface Selection {
  readonly table: TableSql;
  readonly condition: string;
  readonly params: readonly unknown[];
}

async function select(
  executor: Executor,
  { table, condition, params }: Selection,
  options: CallOptions | undefined,
): Promise<readonly Row[]> {
  const sql = `select ${selectList(aliased(table.columns, "t0"))} from ${table.name} as t0 where ${condition}`;
  return executor.prepare(sql, { table: table.meta, wide: wholeProjection(table).wide }).all(params, options);
}

function inOrder({ table, columns, keys }: WrittenRows, rows: readonly Row[]): object[] {
  const index = new KeyIndex(columns.map((_column, position) => position));
  for (const key of keys) index.add(key);
  const results: object[] = [];
  for (const row of rows) {
    // The same value comes in the form in which it was sent.
    const key = columns.map(({ codec, position }) => codec.write(codec.read(row[position])));
    const slot = index.find(
      key,
      columns.map((_column, position) => position),
    );
    if (slot !== undefined) results[slot] = wholeProjection(table).read(row);
  }
  if (results.length === keys.length && !results.includes(undefined as never)) return results;
  const { name, schema = null } = table.meta;
  throw new QueryError(`${name}: inserting: the database keeps the rows under other keys than it was given`, {
    table: name,
    schema,
  });
}
