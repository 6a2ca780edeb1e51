import type { CatalogQuery } from "../catalog-query.js";
import type { RoutineRow } from "../mysql-rows.js";

export const routinesQuery: CatalogQuery<RoutineRow> = {
  name: "routines",
  columns: () => ({
    schema: "ROUTINE_SCHEMA",
    name: "ROUTINE_NAME",
    routineType: "ROUTINE_TYPE",
    language: "EXTERNAL_LANGUAGE",
    isDeterministic: "IS_DETERMINISTIC",
    dataAccess: "SQL_DATA_ACCESS",
    comment: "ROUTINE_COMMENT",
    dataType: "DATA_TYPE",
    fullType: "COALESCE(DTD_IDENTIFIER, '')",
    characterLength: "CHARACTER_MAXIMUM_LENGTH",
    numericPrecision: "NUMERIC_PRECISION",
    numericScale: "NUMERIC_SCALE",
    datetimePrecision: "DATETIME_PRECISION",
  }),
  from: "information_schema.ROUTINES",
  schemaColumn: "ROUTINE_SCHEMA",
};
