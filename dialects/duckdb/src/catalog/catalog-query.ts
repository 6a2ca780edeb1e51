/** A named question to the catalog. `Row` is what its rows hold, by column. */
export interface CatalogQuery<Row> {
  /** What is being read, for messages. */
  readonly name: string;
  readonly sql: string;
  /** Never there: it only names the rows' type. */
  readonly row?: Row;
}
