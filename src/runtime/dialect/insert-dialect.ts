/** A column that several rows are inserted into. */
export interface InsertColumn {
  /** The column's quoted name. */
  readonly name: string;
  /** The type to cast a parameter to; undefined where the engine needs none. */
  readonly type: string | undefined;
  /** The codec's name, with its arguments. */
  readonly codec: string;
}

/** How an engine inserts many rows by few statements. */
export interface InsertDialect {
  /** What follows `insert into …` for a row of defaults alone. */
  readonly defaults: string;
  /** How many of so many rows the next statement takes: few sizes where they make the text, so that few texts are prepared. */
  sizeOf(rows: number, columns: number): number;
  /** What follows `insert into …`: the columns, of which there is at least one, and the rows. */
  source(columns: readonly InsertColumn[], rows: number): string;
  /** The parameters, of driver values row by row. On PostgreSQL these are texts. */
  params(columns: readonly InsertColumn[], values: readonly unknown[]): readonly unknown[];
  /** How many characters and bytes of values a statement takes; null for any number. */
  readonly lengthMax: number | null;
  /** Whether RETURNING is sure to keep the order of the rows; where it is not, it is checked. */
  readonly keepsOrder: boolean;
}
