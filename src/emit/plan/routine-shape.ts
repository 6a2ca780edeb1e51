import type { RoutineTraits } from "../../dialect/dialect-traits.js";
import type { ColumnType } from "../../model/column-type.js";
import type { ParameterModel, RoutineModel } from "../../model/database-model.js";
import type { QualifiedName } from "../../model/qualified-name.js";

/** What a call of a routine gives. */
export type RoutineShape =
  | { readonly kind: "nothing" }
  | { readonly kind: "value"; readonly type: ColumnType; readonly databaseType: string; readonly set: boolean }
  /** Several outputs of a function. */
  | { readonly kind: "record"; readonly outputs: readonly ParameterModel[]; readonly set: boolean }
  /** The outputs of a procedure, and the sets of rows that it may give. */
  | { readonly kind: "outcome"; readonly outputs: readonly ParameterModel[]; readonly resultSets: boolean }
  /** Rows of a table or view of the module. */
  | { readonly kind: "row"; readonly relation: QualifiedName; readonly set: boolean }
  /** Records whose columns only a call can tell; `relation` is the table or view outside of the module whose rows they are. */
  | { readonly kind: "raw"; readonly relation: QualifiedName | null; readonly set: boolean };

export interface RoutineSurroundings {
  readonly traits: RoutineTraits;
  /** Whether a table or view has a file in the module. */
  readonly isEntity: (name: QualifiedName) => boolean;
  /** Whether a composite type of the model has this name. */
  readonly isComposite: (name: QualifiedName) => boolean;
}

/** What a call gives, by the catalog. */
export function shapeOfRoutine(
  routine: RoutineModel,
  { traits, isEntity, isComposite }: RoutineSurroundings,
): RoutineShape {
  const outputs = routine.parameters.filter(({ mode }) => mode === "out" || mode === "inout" || mode === "table");
  if (routine.returns === null) return shapeOfProcedure(outputs, traits);
  const { type, databaseType, set } = routine.returns;
  if (databaseType === "void") return { kind: "nothing" };
  if (type.kind === "composite" && !isComposite(type))
    return isEntity(type) ? { kind: "row", relation: type, set } : { kind: "raw", relation: type, set };
  if (type.kind !== "unsupported" || databaseType !== "record") return { kind: "value", type, databaseType, set };
  return outputs.length === 0 ? { kind: "raw", relation: null, set } : { kind: "record", outputs, set };
}

/** Whether a call gives it a value. */
export function isInput({ mode }: ParameterModel): boolean {
  return mode !== "out" && mode !== "table";
}

function shapeOfProcedure(outputs: readonly ParameterModel[], { untoldRows: resultSets }: RoutineTraits): RoutineShape {
  return outputs.length === 0 && !resultSets ? { kind: "nothing" } : { kind: "outcome", outputs, resultSets };
}
