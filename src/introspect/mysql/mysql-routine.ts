import type { ParameterModel, RoutineModel } from "../../model/database-model.js";
import { routineKey, type CatalogIndex } from "./catalog-index.js";
import { toColumnType, toDatabaseType } from "./mysql-column-type.js";
import type { CallableRow } from "./mysql-package.js";
import type { ParameterRow, RoutineRow } from "./mysql-rows.js";

/** A function or a procedure. */
export function toRoutine(row: CallableRow, index: CatalogIndex): RoutineModel {
  const isProcedure = row.routineType === "PROCEDURE";
  const rows = index.parameters.get(routineKey(row.schema, row.routineType, row.name)) ?? [];
  const parameters = rows.map(toParameter);
  const inputs = parameters.filter(({ mode }) => mode !== "out");
  const routine: RoutineModel = {
    schema: index.schemaName(row.schema),
    name: row.name,
    kind: isProcedure ? "procedure" : "function",
    signature: inputs.map((parameter) => parameter.databaseType).join(", "),
    language: (row.language ?? "SQL").toLowerCase(),
    parameters,
    returns: isProcedure ? null : { type: toColumnType(row), databaseType: toDatabaseType(row), set: false },
    volatility: isProcedure ? null : toVolatility(row),
    comment: row.comment === "" ? null : row.comment,
  };
  const executable = index.grants.onRoutine("EXECUTE", row.routineType, row.schema, row.name);
  return executable ? routine : { ...routine, executable };
}

function toParameter(row: ParameterRow): ParameterModel {
  return {
    name: row.name,
    mode: row.mode === "OUT" ? "out" : row.mode === "INOUT" ? "inout" : "in",
    type: toColumnType(row),
    databaseType: toDatabaseType(row),
    hasDefault: false,
  };
}

/** What its author declared: the server holds nobody to it. */
function toVolatility({ isDeterministic, dataAccess }: RoutineRow): RoutineModel["volatility"] {
  if (isDeterministic !== "YES" || dataAccess === "MODIFIES SQL DATA") return "volatile";
  return dataAccess === "READS SQL DATA" ? "stable" : "immutable";
}
