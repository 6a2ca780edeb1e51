import type { ColumnSql, TableSql } from "../build-sql/table-sql.js";
import type { InsertColumn } from "../dialect/insert-dialect.js";
import { QueryError } from "../errors/query-errors.js";
import { after } from "../eventually.js";
import type { CallOptions, Eventually, Executor, PreparedStatement, Row } from "../executor.js";
import { wholeProjection } from "../read/projection.js";
import type { ColumnSet } from "./column-sets.js";
import { insertClause, skipped } from "./insert-row.js";
import { returningClause } from "./returning.js";
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
    const { statement, targets } = this.#prepare(chunk);
    const params = table.dialect.insert.params(targets, values);
    return after(statement.all(params, options), (rows) => {
      if (rows.length !== chunk.rows.length) skipped(table);
      if (!table.dialect.insert.keepsOrder) assertOrder(table, { columns, values }, rows);
      return rows.map(wholeProjection(table).read);
    });
  }

  /** Chunks of the same size follow one another: their statement is made once. */
  #prepare({ set, rows }: Chunk): PreparedChunk {
    if (this.#last?.set === set && this.#last.rows === rows.length) return this.#last;
    const table = this.#table;
    const targets = set.columns.map(({ name, meta, codec }) => ({ name, type: meta.type, codec: codec.name }));
    const sql =
      targets.length === 0
        ? insertClause(table, set)
        : `insert into ${table.name} ${table.dialect.insert.source(targets, rows.length)}`;
    const options = { table: table.meta, wide: wholeProjection(table).wide };
    const statement = this.#executor.prepare(sql + returningClause(table), options);
    return (this.#last = { set, rows: rows.length, statement, targets });
  }
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
