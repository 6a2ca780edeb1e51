import type { CatalogQuery } from "../catalog-query.js";
import type { ForeignKeyColumnRow } from "../mysql-rows.js";

/** The columns of foreign keys; those of keys stand among the indexes. */
export const foreignKeyColumnsQuery: CatalogQuery<ForeignKeyColumnRow> = {
  name: "columns of foreign keys",
  columns: () => ({
    schema: "TABLE_SCHEMA",
    table: "TABLE_NAME",
    name: "CONSTRAINT_NAME",
    position: "ORDINAL_POSITION",
    column: "COLUMN_NAME",
    referencedSchema: "REFERENCED_TABLE_SCHEMA",
    referencedTable: "REFERENCED_TABLE_NAME",
    referencedColumn: "REFERENCED_COLUMN_NAME",
  }),
  from: "information_schema.KEY_COLUMN_USAGE",
  schemaColumn: "TABLE_SCHEMA",
  where: "REFERENCED_TABLE_NAME IS NOT NULL",
};
