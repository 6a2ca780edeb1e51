import type { TableSql } from "../build-sql/table-sql.js";
import { writeValue } from "../build-sql/write-value.js";
import type { CallOptions, Executor } from "../executor.js";
import { type Chunk, ChunkInserter } from "./chunk-inserter.js";
import type { ColumnSet, ColumnSets } from "./column-sets.js";
import { findRereadKey } from "./reread-key.js";
import { toBatches, type RowBatch } from "./row-batches.js";

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
  { executor, table, sets }: Insertion,
  rows: readonly object[],
  options?: CallOptions,
): Promise<object[]> {
  const chunks = toChunks(table, sets, rows);
  const [only] = chunks;
  if (only === undefined) return [];
  if (chunks.length === 1 && table.returning.insert) return insertChunks(executor, { table, chunks }, options);
  return executor.transaction((tx) => insertChunks(tx, { table, chunks }, options));
}

interface ChunkedRows {
  readonly table: TableSql;
  readonly chunks: readonly Chunk[];
}

async function insertChunks(
  executor: Executor,
  { table, chunks }: ChunkedRows,
  options: CallOptions | undefined,
): Promise<object[]> {
  const inserter = new ChunkInserter(executor, table);
  const entities: object[] = [];
  for (const chunk of chunks) for (const entity of await inserter.insert(chunk, options)) entities.push(entity);
  return entities;
}

function toChunks(table: TableSql, sets: ColumnSets, rows: readonly object[]): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (const batch of toBatches(sets, rows)) {
    const columns = batch.set.columns.length;
    let start = 0;
    while (start < batch.rows.length) {
      const end = start + (columns === 0 ? 1 : sizeOf(table, batch, start));
      chunks.push({ set: batch.set, rows: batch.rows.slice(start, end) });
      start = end;
    }
  }
  return chunks;
}

/** Whether rows that were inserted are told apart by what the database gives back, and have to be found in it. */
function isTold({ dialect, returning }: TableSql): boolean {
  return dialect.insert.order === "restored" || returning.insert !== dialect.writes.returning.insert;
}

/** Whether each of several rows is found. Where triggers keep rows from being given back, a counter tells of one number only. */
function isFound(table: TableSql, set: ColumnSet): boolean {
  const key = findRereadKey(table, set);
  return key !== null && (key.counted === null || table.returning.insert);
}

/** How many rows from `start` on the next statement takes. */
function sizeOf(table: TableSql, { set, rows }: RowBatch, start: number): number {
  const { insert } = table.dialect;
  if (isTold(table) && !isFound(table, set)) return 1;
  const size = insert.sizeOf(rows.length - start, set.columns.length);
  if (insert.lengthMax === null) return size;
  let length = 0;
  for (let index = 0; index < size; index++) {
    length += lengthOf(table, set, rows[start + index]);
    if (length > insert.lengthMax) return insert.sizeOf(Math.max(1, index), set.columns.length);
  }
  return size;
}

/** About as many characters or bytes as a row's values take. */
function lengthOf(table: TableSql, { columns }: ColumnSet, row: object | undefined): number {
  let length = 0;
  for (const column of columns) {
    const value = (row as Readonly<Record<string, unknown>> | undefined)?.[column.property];
    if (typeof value === "string" || value instanceof Uint8Array) length += value.length;
    else if (column.kind === "json" && value !== undefined) length += String(writeValue(column, value, table)).length;
    else length += 8;
  }
  return length;
}
