/** One question to the catalog: its name as shown in progress and in failures, and its SQL for some schemas. */
export interface CatalogQuery<Row> {
  readonly name: string;
  /** `schemas` is a list of schema ids, `1, 5`; the columns that it selects are called as the fields of a row. */
  readonly sql: (schemas: string) => string;
  /** Never set: it binds the query to its rows. */
  readonly row?: Row;
}
