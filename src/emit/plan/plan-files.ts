import type { Diagnostic } from "../../diagnostics.js";
import { requireBuiltIn } from "../../dialect/built-in-dialects.js";
import type { DialectTraits } from "../../dialect/dialect-traits.js";
import type { DatabaseModel } from "../../model/database-model.js";
import { printModel } from "../../model/model-json.js";
import { compareCodePoints } from "../../lang/compare-code-points.js";
import { toPlanContext, type PlanContext } from "./plan-context.js";
import { planEnums } from "./plan-enums.js";
import { planIndex } from "./plan-index.js";
import { planNames } from "./plan-names.js";
import type { PlanOptions } from "./plan-options.js";
import { planRelations } from "./plan-relations.js";
import { planRoutines } from "./plan-routines.js";
import { planTable } from "./plan-table.js";
import { planTypesFile } from "./plan-types-file.js";
import { restrictModel } from "./restrict-model.js";
import type { FileView, RoutinesView } from "./views.js";

/** A module before it is rendered. */
export interface Plan {
  /** In path order. */
  readonly files: readonly FileView[];
  /** Names that had to give way, columns that are declared unknown. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Plans the files of a model's module: names first, then relations, then what each file says. `dialect` is that of the model's engine, which is looked for
 * among the built-in ones where it is not given.
 */
export function planFiles(
  model: DatabaseModel,
  options: PlanOptions,
  dialect: DialectTraits = requireBuiltIn(model.engine),
): Plan {
  const usable = options.respectPrivileges ? restrictModel(model) : { model, diagnostics: [] };
  const names = planNames(usable.model, options, dialect);
  const relations = planRelations(usable.model, names, options);
  const context = toPlanContext({ model: usable.model, options, dialect, names, relations });
  const entities = names.entities.map((entity) =>
    toFile(entity.module, { template: entity.source.is, ...planTable(entity, context) }),
  );
  const routines = planRoutines(context);
  const files = [
    ...entities.map(({ file }) => file),
    ...planOtherFiles(context, routines.view),
    ...(options.snapshot ? [toSnapshot(model)] : []),
  ];
  return {
    files: files.sort((one, other) => compareCodePoints(one.path, other.path)),
    diagnostics: [
      ...usable.diagnostics,
      ...names.diagnostics,
      ...relations.diagnostics,
      ...entities.flatMap(({ diagnostics }) => diagnostics),
      ...routines.diagnostics,
    ],
  };
}

type PlannedFile = Pick<FileView, "template" | "view"> & { readonly diagnostics: readonly Diagnostic[] };

function toFile(
  module: string,
  { template, view, diagnostics }: PlannedFile,
): { readonly file: FileView; readonly diagnostics: readonly Diagnostic[] } {
  return { file: { path: `${module}.ts`, template, view }, diagnostics };
}

function planOtherFiles(context: PlanContext, routines: RoutinesView | null): readonly FileView[] {
  const enums = planEnums(context);
  const types = planTypesFile(context);
  const others: readonly FileView[] = [
    ...(enums === null ? [] : [{ path: "enums.ts", template: "enums", view: enums } as const]),
    ...(routines === null ? [] : [{ path: "routines.ts", template: "routines", view: routines } as const]),
    ...(types === null ? [] : [{ path: "types.ts", template: "types", view: types } as const]),
  ];
  const index = planIndex(
    context,
    others.map(({ path }) => path.slice(0, -".ts".length)),
  );
  return [...others, { path: "index.ts", template: "index", view: index }];
}

function toSnapshot(model: DatabaseModel): FileView {
  return { path: "schema.json", template: "text", view: { text: printModel(model) } };
}
