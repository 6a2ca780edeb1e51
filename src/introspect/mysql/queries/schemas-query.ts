import type { CatalogQuery } from "../catalog-query.js";
import type { SchemaRow } from "../mysql-rows.js";
import { hasFeature } from "../mysql-server.js";

export const schemasQuery: CatalogQuery<SchemaRow> = {
  name: "databases",
  columns: (server) => ({
    name: "SCHEMA_NAME",
    collation: "DEFAULT_COLLATION_NAME",
    comment: hasFeature(server, "SCHEMATA.SCHEMA_COMMENT") ? "NULLIF(SCHEMA_COMMENT, '')" : "NULL",
    // MySQL 5.7 has no roles; MariaDB shows what roles grant without being asked.
    roles: server.engine === "mysql" && server.version >= 80_000 ? "NULLIF(CURRENT_ROLE(), 'NONE')" : "NULL",
  }),
  from: "information_schema.SCHEMATA",
  schemaColumn: "SCHEMA_NAME",
};
