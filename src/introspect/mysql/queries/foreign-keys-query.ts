import type { CatalogQuery } from "../catalog-query.js";
import type { ForeignKeyRow } from "../mysql-rows.js";

export const foreignKeysQuery: CatalogQuery<ForeignKeyRow> = {
  name: "foreign keys",
  columns: () => ({
    schema: "CONSTRAINT_SCHEMA",
    table: "TABLE_NAME",
    name: "CONSTRAINT_NAME",
    updateRule: "UPDATE_RULE",
    deleteRule: "DELETE_RULE",
  }),
  from: "information_schema.REFERENTIAL_CONSTRAINTS",
  schemaColumn: "CONSTRAINT_SCHEMA",
};
