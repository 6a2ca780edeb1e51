import { selected, selectList } from "../build-sql/select-list.js";
import { Statement } from "../build-sql/statement.js";
import type { ColumnSql, TableSql } from "../build-sql/table-sql.js";
import { selectFrom } from "../dialect/standard-dialect.js";
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
    const value = key[index];
    if (value === null) return `t0.${name} is null`;
    return `t0.${name} = ${table.dialect.compared(statement.bind(value), meta.type)}`;
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
  return rowsOfKeys({ table, columns, keys }, rows).map(wholeProjection(table).read);
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
  const columns = selectList(selected(table, table.columns, "t0"));
  const sql = selectFrom({ columns, from: `${table.name} t0`, where: condition });
  return executor.prepare(sql, { table: table.meta, wide: wholeProjection(table).wide }).all(params, options);
}

/** The rows in the order of their keys; a key without a row is a `QueryError`. */
export function rowsOfKeys({ table, columns, keys }: WrittenRows, rows: readonly Row[]): readonly Row[] {
  const index = new KeyIndex(columns.map((_column, position) => position));
  for (const key of keys) index.add(key);
  const results: Row[] = [];
  for (const row of rows) {
    // The same value comes in the form in which it was sent.
    const key = columns.map(({ codec, position }) => codec.write(codec.read(row[position])));
    const slot = index.find(
      key,
      columns.map((_column, position) => position),
    );
    if (slot !== undefined) results[slot] = row;
  }
  if (results.length === keys.length && !results.includes(undefined as never)) return results;
  const { name, schema = null } = table.meta;
  throw new QueryError(`${name}: inserting: the database keeps the rows under other keys than it was given`, {
    table: name,
    schema,
  });
}
