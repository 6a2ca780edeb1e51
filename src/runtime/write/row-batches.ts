import type { ColumnSql } from "../build-sql/table-sql.js";
import type { ColumnSet, ColumnSets } from "./column-sets.js";

/** Rows that follow one another and can go by the same statement. */
export interface RowBatch {
  readonly set: ColumnSet;
  readonly rows: readonly object[];
}

/**
 * Divides rows, in their order. A column that a row leaves out and that has no default would be NULL anyway: rows that differ in such columns only stay
 * together.
 */
export function toBatches(sets: ColumnSets, rows: readonly object[]): readonly RowBatch[] {
  const batches: OpenBatch[] = [];
  let open: OpenBatch | undefined;
  for (const row of rows) {
    const set = sets.of(row);
    if (open === undefined || !open.takes(set)) batches.push((open = new OpenBatch(set)));
    open.rows.push(row);
  }
  return batches.map((batch) => ({ set: sets.ofColumns(batch.columns), rows: batch.rows }));
}

class OpenBatch {
  readonly rows: object[] = [];
  readonly columns: Set<ColumnSql>;
  /** Those columns of every row that have no substitute. */
  readonly #decisive: string;
  #last: ColumnSet;

  constructor(set: ColumnSet) {
    this.columns = new Set(set.columns);
    this.#decisive = decisiveOf(set);
    this.#last = set;
  }

  /** Whether a row that gives these columns fits in; if so, they are its columns too. */
  takes(set: ColumnSet): boolean {
    if (set === this.#last) return true;
    if (decisiveOf(set) !== this.#decisive) return false;
    for (const column of set.columns) this.columns.add(column);
    this.#last = set;
    return true;
  }
}

function decisiveOf(set: ColumnSet): string {
  return set.columns
    .flatMap(({ nullable, meta, position }) => (nullable && meta.filled === undefined ? [] : [position]))
    .join();
}
