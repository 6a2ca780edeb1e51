import type { ReturnedText } from "./dialect.js";

/** A column that several rows are inserted into. */
export interface InsertColumn {
  /** The column's quoted name. */
  readonly name: string;
  /** The type to cast a parameter to; undefined where the engine needs none. */
  readonly type: string | undefined;
  /** The codec's name, with its arguments. */
  readonly codec: string;
}

/** A table that a row of defaults goes to. */
export interface DefaultedTable {
  /** The quoted name, with its schema. */
  readonly name: string;
  readonly columns: readonly { readonly name: string }[];
}

/** How an engine inserts many rows by few statements. */
export interface InsertDialect {
  /** An insertion of a row of defaults alone. */
  ofDefaults(table: DefaultedTable, returned: ReturnedText): string;
  /** How many of so many rows the next statement takes: few sizes where they make the text, so that few texts are prepared. */
  sizeOf(rows: number, columns: number): number;
  /** What follows `insert into … (a, b) `, of at least one column: the rows. */
  source(columns: readonly InsertColumn[], rows: number): string;
  /** The parameters, of driver values row by row. On PostgreSQL these are texts. */
  params(columns: readonly InsertColumn[], values: readonly unknown[]): readonly unknown[];
  /** How many characters and bytes of values a statement takes; null for any number. */
  readonly lengthMax: number | null;
  /**
   * How rows that an insertion gives back are put in the order in which they were sent: `kept` where they are sure to come in it, `checked` where they do
   * but nobody promises it, `restored` where they come in any order: they are found by a key, given or counted by the table.
   */
  readonly order: "kept" | "checked" | "restored";
  /** True where many rows go by the statement of one row, through `PreparedStatement.batch`. Then `sizeOf` says how many go at a time. */
  readonly batches: boolean;
}
