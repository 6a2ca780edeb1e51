import type { Diagnostic } from "../../diagnostics.js";
import type { NamedEntity } from "./model-names.js";
import { planColumn } from "./plan-column.js";
import type { PlanContext } from "./plan-context.js";
import { planEntity } from "./plan-entity.js";
import type { ReadOnlyView } from "./views.js";

/** The view of a database view's file. */
export function planView(
  entity: NamedEntity,
  context: PlanContext,
): { readonly view: ReadOnlyView; readonly diagnostics: readonly Diagnostic[] } {
  const scope = context.openFile(entity.module);
  const columns = entity.source.model.columns.map((column) => planColumn(entity, column, { context, scope }));
  const planned = planEntity(entity, columns, { scope, context });
  scope.door("ReadRepository");
  const view = { ...planned, relations: [], header: context.header, codecs: scope.constants, imports: scope.imports };
  return { view, diagnostics: columns.flatMap((column) => column.diagnostics) };
}
