import type { ColumnSql, TableSql } from "../build-sql/table-sql.js";
import type { ReturnedText } from "../dialect/dialect.js";
import type { InsertColumn } from "../dialect/insert-dialect.js";
import { QueryError } from "../errors/query-errors.js";
import { after } from "../eventually.js";
import type { CallOptions, Eventually, Executor, PreparedStatement, Row } from "../executor.js";
import { wholeProjection } from "../read/projection.js";
import type { ColumnSet } from "./column-sets.js";
import { insertSql, skipped } from "./insert-row.js";
import { returnedText, returningOptions, silent } from "./returning.js";
import { insertAllAndReread } from "./insert-and-reread.js";
import { toRereadKey } from "./reread-key.js";
import { restoreOrder } from "./restore-order.js";
import { isSameRow } from "./same-row.js";
import { pushParams } from "./write-params.js";

/** Rows that go by one statement. */
export interface Chunk {
  readonly set: ColumnSet;
  readonly rows: readonly object[];
}

/** Inserts several rows by one statement, chunk after chunk. */
export class ChunkInserter {
  readonly #executor: Executor;
  readonly #table: TableSql;
  #last: PreparedChunk | undefined;

  constructor(executor: Executor, table: TableSql) {
    this.#executor = executor;
    this.#table = table;
  }

  /** The rows as the database made them, in their order. */
  insert(chunk: Chunk, options: CallOptions | undefined): Eventually<object[]> {
    const table = this.#table;
    const { columns } = chunk.set;
    const values: unknown[] = [];
    for (const row of chunk.rows) pushParams(values, table, columns, row);
    if (!table.returning.insert) return this.#insertUntold(chunk, values, options);
    const { statement, targets } = this.#prepare(chunk);
    const { insert } = table.dialect;
    const inserted =
      insert.batches && statement.batch !== undefined
        ? statement.batch(toLists(values, columns.length, chunk.rows.length), options)
        : statement.all(insert.params(targets, values), options);
    return after(inserted, (rows) => {
      if (rows.length !== chunk.rows.length) skipped(table);
      if (insert.order === "checked") assertOrder(table, { columns, values }, rows);
      const ordered =
        insert.order === "restored" && rows.length > 1
          ? restoreOrder({ table, set: chunk.set, values: toLists(values, columns.length, rows.length) }, rows)
          : rows;
      return ordered.map(wholeProjection(table).read);
    });
  }

  async #insertUntold(
    { set, rows: { length } }: Chunk,
    values: readonly unknown[],
    options: CallOptions | undefined,
  ): Promise<object[]> {
    const table = this.#table;
    const { columns } = set;
    const rows = toLists(values, columns.length, length);
    const sql = chunkSql(table, set, { rows: length, returned: silent });
    const insertion = { table, sql, params: values, columns, rows, key: toRereadKey(table, set) };
    const entities = await insertAllAndReread(this.#executor, insertion, options);
    return entities.length === length ? entities : skipped(table);
  }

  /** Chunks of the same size follow one another: their statement is made once. */
  #prepare({ set, rows }: Chunk): PreparedChunk {
    if (this.#last?.set === set && this.#last.rows === rows.length) return this.#last;
    const table = this.#table;
    const targets = targetsOf(set);
    const count = table.dialect.insert.batches ? 1 : rows.length;
    const sql = chunkSql(table, set, { rows: count, returned: returnedText(table) });
    const statement = this.#executor.prepare(sql, returningOptions(table));
    return (this.#last = { set, rows: rows.length, statement, targets });
  }
}

interface ChunkText {
  readonly rows: number;
  readonly returned: ReturnedText;
}

function chunkSql(table: TableSql, set: ColumnSet, { rows, returned }: ChunkText): string {
  if (set.columns.length === 0) return insertSql(table, set, returned);
  const names = set.columns.map(({ name }) => name).join(", ");
  const source = table.dialect.insert.source(targetsOf(set), rows);
  return `insert into ${table.name} (${names})${returned.middle} ${source}${returned.end}`;
}

/** The values of each row. */
function toLists(values: readonly unknown[], columns: number, rows: number): readonly (readonly unknown[])[] {
  return Array.from({ length: rows }, (_row, index) => values.slice(index * columns, (index + 1) * columns));
}

function targetsOf({ columns }: ColumnSet): readonly InsertColumn[] {
  return columns.map(({ name, meta, codec }) => ({ name, type: meta.type, codec: codec.name }));
}

interface PreparedChunk {
  readonly set: ColumnSet;
  readonly rows: number;
  readonly statement: PreparedStatement;
  readonly targets: readonly InsertColumn[];
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
