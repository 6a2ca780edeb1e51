import type { DialectTraits } from "../../dialect/dialect-traits.js";
import { findColumn, findTable, findView } from "../../model/lookup.js";
import type { DatabaseModel } from "../../model/database-model.js";
import type { ColumnModel, ViewModel } from "../../model/table-model.js";
import type { EntityAccess } from "./entity-access.js";

export interface FilledRequest {
  readonly column: string;
  readonly access: EntityAccess;
  readonly dialect: DialectTraits;
}

/** What stands in a view's column where an insert leaves it out: as for a table's column, by the column behind it. */
export function filledInView(
  model: DatabaseModel,
  view: ViewModel,
  { column, access, dialect }: FilledRequest,
): "always" | "default" | null {
  const { insert, update } = access;
  if (insert === null && update === null) return null;
  if (insert?.has(column) !== true && update?.has(column) !== true) return "always";
  const base = dialect.emission.viewsTakeDefaults ? columnBehind(model, view, column) : null;
  if (base === null) return null;
  if (base.generated !== null || base.identity?.mode === "always") return "always";
  return base.nullable || base.identity !== null || base.default.kind !== "none" ? "default" : null;
}

/** The column of a table that a view shows, through views between them; null where there is none in the model. */
function columnBehind(model: DatabaseModel, view: ViewModel, column: string): ColumnModel | null {
  const from = view.origins?.find((origin) => origin.column === column)?.from;
  if (from === undefined) return null;
  const place = { schema: from.schema, name: from.table };
  const table = findTable(model, place);
  if (table !== undefined) return findColumn(table, from.column) ?? null;
  const inner = findView(model, place);
  return inner === undefined || inner === view ? null : columnBehind(model, inner, from.column);
}
