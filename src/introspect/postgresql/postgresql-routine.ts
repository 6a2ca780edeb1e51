import type { ParameterModel, RoutineModel } from "../../model/database-model.js";
import type { TypeResolver } from "./postgresql-column-type.js";
import type { RoutineRow } from "./postgresql-rows.js";

/** A function, procedure, aggregate or window function. */
export function toRoutine(row: RoutineRow, types: TypeResolver): RoutineModel {
  const parameters = toParameters(row, types);
  return {
    schema: row.schema,
    name: row.name,
    kind: routineKinds.get(row.prokind) ?? "function",
    signature: parameters
      .filter(isInput)
      .map((parameter) => parameter.databaseType)
      .join(", "),
    language: row.language,
    parameters,
    returns: row.prokind === "p" ? null : toReturn(row, types),
    volatility: row.prokind === "p" ? null : (volatilities.get(row.provolatile) ?? null),
    comment: row.comment,
    ...(row.executable ? {} : { executable: false }),
  };
}

function toParameters(row: RoutineRow, types: TypeResolver): readonly ParameterModel[] {
  const modes = row.types.map((_, place) => parameterModes.get(row.modes?.[place] ?? "i") ?? "in");
  const inputs = modes.filter((mode) => isInput({ mode })).length;
  let inputsBefore = 0;
  return row.types.map((type, place) => {
    const mode = modes[place] ?? "in";
    const inputPlace = isInput({ mode }) ? inputsBefore++ : -1;
    return {
      name: row.names?.[place] || null,
      mode,
      type: types.toColumnType(type, -1, 0),
      databaseType: row.type_names[place] ?? "",
      // The defaults are those of the last input parameters.
      hasDefault: inputPlace >= inputs - row.defaults && inputPlace >= 0,
    };
  });
}

function isInput({ mode }: Pick<ParameterModel, "mode">): boolean {
  return mode === "in" || mode === "inout" || mode === "variadic";
}

function toReturn(row: RoutineRow, types: TypeResolver): RoutineModel["returns"] {
  return { type: types.toColumnType(row.returns, -1, 0), databaseType: row.returns_name, set: row.returns_set };
}

/** `pg_proc.prokind`, `provolatile` and `proargmodes`, https://www.postgresql.org/docs/current/catalog-pg-proc.html. */
const routineKinds: ReadonlyMap<string, RoutineModel["kind"]> = new Map<string, RoutineModel["kind"]>([
  ["p", "procedure"],
  ["a", "aggregate"],
  ["w", "window"],
]);

const volatilities: ReadonlyMap<string, NonNullable<RoutineModel["volatility"]>> = new Map([
  ["i", "immutable"],
  ["s", "stable"],
  ["v", "volatile"],
] as const);

const parameterModes: ReadonlyMap<string, ParameterModel["mode"]> = new Map([
  ["i", "in"],
  ["o", "out"],
  ["b", "inout"],
  ["v", "variadic"],
  ["t", "table"],
] as const);
