import type { DatabaseModel } from "../../model/database-model.js";
import type { TableModel, ViewModel } from "../../model/table-model.js";
import type { Style } from "../style.js";
import { count } from "./count.js";
import { countModel, printCounts } from "./model-counts.js";
import { printGrid } from "./print-grid.js";
import { visible } from "./visible.js";

/** Counts, and one line for each table and view. */
export function printOverview(name: string, model: DatabaseModel, style: Style): readonly string[] {
  return [
    `${style.bold(visible(name))}  ${printCounts(countModel(model))}${style.dim(`  (${model.engine})`)}`,
    ...printGrid([
      ...model.tables.map((table) => toTableRow(table, model)),
      ...model.views.map((view) => toViewRow(view, model)),
    ]),
  ];
}

/** Tables of the default schema go without it. */
export function shownName(
  { schema, name }: { readonly schema: string; readonly name: string },
  model: DatabaseModel,
): string {
  return visible(schema === model.defaultSchema ? name : `${schema}.${name}`);
}

function toTableRow(table: TableModel, model: DatabaseModel): readonly string[] {
  const { columns, primaryKey, foreignKeys, kind } = table;
  const key = primaryKey === null ? "no primary key" : `key ${primaryKey.columns.map(visible).join(", ")}`;
  const references = foreignKeys.length === 0 ? "" : count(foreignKeys.length, "foreign key");
  return [
    shownName(table, model),
    kind === "table" ? "table" : `${kind} table`,
    count(columns.length, "column"),
    key,
    references,
  ];
}

function toViewRow(view: ViewModel, model: DatabaseModel): readonly string[] {
  const kind = view.kind === "view" ? "view" : "materialized view";
  return [shownName(view, model), kind, count(view.columns.length, "column"), view.updatable ? "updatable" : ""];
}
