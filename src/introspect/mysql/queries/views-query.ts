import type { CatalogQuery } from "../catalog-query.js";
import type { ViewRow } from "../mysql-rows.js";
import { hasFeature } from "../mysql-server.js";

export const viewsQuery: CatalogQuery<ViewRow> = {
  name: "views",
  columns: (server) => ({
    schema: "TABLE_SCHEMA",
    table: "TABLE_NAME",
    definition: "VIEW_DEFINITION",
    checkOption: "CHECK_OPTION",
    isUpdatable: "IS_UPDATABLE",
    securityType: "SECURITY_TYPE",
    algorithm: hasFeature(server, "VIEWS.ALGORITHM") ? "ALGORITHM" : "NULL",
  }),
  from: "information_schema.VIEWS",
  schemaColumn: "TABLE_SCHEMA",
};
