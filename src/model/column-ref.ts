/** Names a column of a table or view. */
export interface ColumnRef {
  readonly schema: string;
  readonly table: string;
  readonly column: string;
}
