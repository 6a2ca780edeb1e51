import type { CatalogQuery } from "../catalog-query.js";
import type { IndexRow } from "../mysql-rows.js";
import { hasFeature } from "../mysql-server.js";

/** One row for each part of an index: keys are indexes here. */
export const indexesQuery: CatalogQuery<IndexRow> = {
  name: "indexes",
  columns: (server) => ({
    schema: "TABLE_SCHEMA",
    table: "TABLE_NAME",
    nonUnique: "NON_UNIQUE",
    name: "INDEX_NAME",
    position: "SEQ_IN_INDEX",
    column: "COLUMN_NAME",
    collation: "COLLATION",
    prefixLength: "SUB_PART",
    indexType: "INDEX_TYPE",
    comment: "INDEX_COMMENT",
    expression: hasFeature(server, "STATISTICS.EXPRESSION") ? "EXPRESSION" : "NULL",
    ignored: ignoredOf(hasFeature(server, "STATISTICS.IS_VISIBLE"), hasFeature(server, "STATISTICS.IGNORED")),
  }),
  from: "information_schema.STATISTICS",
  schemaColumn: "TABLE_SCHEMA",
};

/** MySQL 8 calls such an index invisible, MariaDB 10.6 ignored. */
function ignoredOf(hasVisible: boolean, hasIgnored: boolean): string {
  if (hasVisible) return "IF(IS_VISIBLE = 'NO', 'YES', 'NO')";
  return hasIgnored ? "IGNORED" : "'NO'";
}
