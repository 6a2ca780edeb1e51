import type { CatalogQuery } from "../catalog-query.js";
import type { ParameterRow } from "../mysql-rows.js";

/** The parameters of routines; position 0, a function's result, is told by its routine. */
export const parametersQuery: CatalogQuery<ParameterRow> = {
  name: "parameters",
  columns: () => ({
    schema: "SPECIFIC_SCHEMA",
    routine: "SPECIFIC_NAME",
    routineType: "ROUTINE_TYPE",
    position: "ORDINAL_POSITION",
    mode: "PARAMETER_MODE",
    name: "PARAMETER_NAME",
    dataType: "DATA_TYPE",
    fullType: "DTD_IDENTIFIER",
    characterLength: "CHARACTER_MAXIMUM_LENGTH",
    numericPrecision: "NUMERIC_PRECISION",
    numericScale: "NUMERIC_SCALE",
    datetimePrecision: "DATETIME_PRECISION",
  }),
  from: "information_schema.PARAMETERS",
  schemaColumn: "SPECIFIC_SCHEMA",
  where: "ORDINAL_POSITION > 0",
};
