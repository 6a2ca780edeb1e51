import type { CatalogQuery } from "../catalog-query.js";
import type { CheckRow } from "../mysql-rows.js";
import { hasFeature, type MysqlServer } from "../mysql-server.js";

/** The question for check constraints; null for a server that reads them and forgets them, as MySQL did before 8.0.16. */
export function checksQueryOf(server: MysqlServer): CatalogQuery<CheckRow> | null {
  if (!hasFeature(server, "CHECK_CONSTRAINTS.CHECK_CLAUSE")) return null;
  return hasFeature(server, "CHECK_CONSTRAINTS.TABLE_NAME") ? namedTables : joinedTables;
}

/** MariaDB: a check of a column has the column's name, in every table anew. */
const namedTables: CatalogQuery<CheckRow> = {
  name: "checks",
  columns: () => ({
    schema: "CONSTRAINT_SCHEMA",
    table: "TABLE_NAME",
    name: "CONSTRAINT_NAME",
    clause: "CHECK_CLAUSE",
    enforced: "'YES'",
  }),
  from: "information_schema.CHECK_CONSTRAINTS",
  schemaColumn: "CONSTRAINT_SCHEMA",
};

/** MySQL: only TABLE_CONSTRAINTS tells the table, and names are unique in a database (https://dev.mysql.com/doc/refman/8.4/en/information-schema-check-constraints-table.html). */
const joinedTables: CatalogQuery<CheckRow> = {
  name: "checks",
  columns: (server) => ({
    schema: "k.TABLE_SCHEMA",
    table: "k.TABLE_NAME",
    name: "k.CONSTRAINT_NAME",
    clause: "c.CHECK_CLAUSE",
    enforced: hasFeature(server, "TABLE_CONSTRAINTS.ENFORCED") ? "k.ENFORCED" : "'YES'",
  }),
  from:
    "information_schema.TABLE_CONSTRAINTS k JOIN information_schema.CHECK_CONSTRAINTS c" +
    " ON c.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA AND c.CONSTRAINT_NAME = k.CONSTRAINT_NAME",
  schemaColumn: "k.TABLE_SCHEMA",
  where: "k.CONSTRAINT_TYPE = 'CHECK'",
};
