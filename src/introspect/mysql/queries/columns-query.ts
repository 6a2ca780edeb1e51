import type { CatalogQuery } from "../catalog-query.js";
import type { ColumnRow } from "../mysql-rows.js";
import { hasFeature } from "../mysql-server.js";

export const columnsQuery: CatalogQuery<ColumnRow> = {
  name: "columns",
  columns: (server) => ({
    schema: "TABLE_SCHEMA",
    table: "TABLE_NAME",
    name: "COLUMN_NAME",
    position: "ORDINAL_POSITION",
    default: "COLUMN_DEFAULT",
    isNullable: "IS_NULLABLE",
    dataType: "DATA_TYPE",
    fullType: "COLUMN_TYPE",
    characterLength: "CHARACTER_MAXIMUM_LENGTH",
    numericPrecision: "NUMERIC_PRECISION",
    numericScale: "NUMERIC_SCALE",
    datetimePrecision: "DATETIME_PRECISION",
    collation: "COLLATION_NAME",
    extra: "EXTRA",
    privileges: "PRIVILEGES",
    comment: "COLUMN_COMMENT",
    generation: "GENERATION_EXPRESSION",
    period: hasFeature(server, "COLUMNS.IS_SYSTEM_TIME_PERIOD_START") ? periodColumn : "NULL",
  }),
  from: "information_schema.COLUMNS",
  schemaColumn: "TABLE_SCHEMA",
};

/** MariaDB 11.4, https://mariadb.com/kb/en/information-schema-columns-table/. */
const periodColumn =
  "CASE WHEN IS_SYSTEM_TIME_PERIOD_START = 'YES' THEN 'ROW START' WHEN IS_SYSTEM_TIME_PERIOD_END = 'YES' THEN 'ROW END' END";
