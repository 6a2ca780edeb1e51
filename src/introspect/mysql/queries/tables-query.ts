import type { CatalogQuery } from "../catalog-query.js";
import type { TableRow } from "../mysql-rows.js";

/** Tables, views and sequences; no number of rows and no next number, which change with the data. */
export const tablesQuery: CatalogQuery<TableRow> = {
  name: "tables",
  columns: () => ({
    schema: "TABLE_SCHEMA",
    table: "TABLE_NAME",
    tableType: "TABLE_TYPE",
    engine: "ENGINE",
    collation: "TABLE_COLLATION",
    createOptions: "CREATE_OPTIONS",
    comment: "TABLE_COMMENT",
  }),
  from: "information_schema.TABLES",
  schemaColumn: "TABLE_SCHEMA",
};
