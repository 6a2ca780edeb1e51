/** Columns of a select list. A statement without a column is legal in PostgreSQL only, so that none becomes a constant. */
export function selectList(columns: readonly string[]): string {
  return columns.length === 0 ? "1" : columns.join(", ");
}
