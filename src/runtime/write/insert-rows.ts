import type { ColumnSql, TableSql } from "../build-sql/table-sql.js";
import { QueryError } from "../errors/query-errors.js";
import type { CallOptions, Executor, Row } from "../executor.js";
import { wholeProjection } from "../read/projection.js";
import type { ColumnSet, ColumnSets } from "./column-sets.js";
import { insertClause, skipped } from "./insert-row.js";
import { returningClause } from "./returning.js";
import { toBatches } from "./row-batches.js";
import { isSameRow } from "./same-row.js";
import { pushParams } from "./write-params.js";

/** Where rows are inserted. */
export interface Insertion {
  readonly executor: Executor;
  readonly table: TableSql;
  readonly sets: ColumnSets;
}

/**
 * Inserts rows in their order, all of them or none, by as few statements as the engine's limits and the columns of the rows allow. Gives them as the
 * database made them.
 */
export async function insertRows(
  insertion: Insertion,
  rows: readonly object[],
  options?: CallOptions,
): Promise<object[]> {
  const chunks = toChunks(insertion, rows);
  const [only] = chunks;
  if (only === undefined) return [];
  const entities: object[] = [];
  if (chunks.length === 1) {
    await insertChunk(insertion, only, { entities, options });
    return entities;
  }
  return insertion.executor.transaction(async (executor) => {
    // What the function gave in a run that is repeated does not count.
    entities.length = 0;
    for (const chunk of chunks) await insertChunk({ ...insertion, executor }, chunk, { entities, options });
    return entities;
  });
}

/** Rows that go by one statement. */
interface Chunk {
  readonly set: ColumnSet;
  readonly rows: readonly object[];
}

function toChunks({ table, sets }: Insertion, rows: readonly object[]): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (const batch of toBatches(sets, rows)) {
    const columns = batch.set.columns.length;
    for (let start = 0; start < batch.rows.length;) {
      const left = batch.rows.length - start;
      const end = start + (columns === 0 ? 1 : table.dialect.insert.sizeOf(left, columns));
      chunks.push({ set: batch.set, rows: batch.rows.slice(start, end) });
      start = end;
    }
  }
  return chunks;
}

interface Outcome {
  readonly entities: object[];
  readonly options: CallOptions | undefined;
}

async function insertChunk(insertion: Insertion, chunk: Chunk, outcome: Outcome): Promise<void> {
  const { executor, table } = insertion;
  const { columns } = chunk.set;
  const values: unknown[] = [];
  for (const row of chunk.rows) pushParams(values, table, columns, row);
  const { wide, read } = wholeProjection(table);
  const statement = executor.prepare(toSql(table, chunk), { table: table.meta, wide });
  const params = columns.length === 0 ? [] : table.dialect.insert.params(values, columns.length);
  const rows = await statement.all(params, outcome.options);
  if (rows.length !== chunk.rows.length) skipped(table);
  if (!table.dialect.insert.keepsOrder) assertOrder(table, { columns, values }, rows);
  for (const row of rows) outcome.entities.push(read(row));
}

function toSql(table: TableSql, { set, rows }: Chunk): string {
  if (set.columns.length === 0) return insertClause(table, set) + returningClause(table);
  const columns = set.columns.map(({ name, meta, codec }) => ({ name, type: meta.type, codec: codec.name }));
  return `insert into ${table.name} ${table.dialect.insert.source(columns, rows.length)}${returningClause(table)}`;
}

interface Given {
  readonly columns: readonly ColumnSql[];
  readonly values: readonly unknown[];
}

/** Entities that belong to other rows than the caller's would be worse than none. */
function assertOrder(table: TableSql, { columns, values }: Given, rows: readonly Row[]): void {
  const positions = columns.map(({ position }) => position);
  const inOrder = rows.every((row, index) => isSameRow(row, positions, values, index * positions.length));
  if (inOrder) return;
  const { name, schema = null } = table.meta;
  throw new QueryError(`${name}: inserting: the database gave the rows back in another order`, { table: name, schema });
}
