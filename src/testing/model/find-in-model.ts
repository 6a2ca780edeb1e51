import type { DatabaseModel } from "../../model/database-model.js";
import type { ColumnModel, TableModel, ViewModel } from "../../model/table-model.js";

/** The table of a name: `album` of the default schema, or `sales.album`. An error says what there is instead. */
export function tableOf(model: DatabaseModel, name: string): TableModel {
  return qualified(model.tables, name, model.defaultSchema);
}

export function viewOf(model: DatabaseModel, name: string): ViewModel {
  return qualified(model.views, name, model.defaultSchema);
}

export function columnOf(relation: TableModel | ViewModel, name: string): ColumnModel {
  return named(relation.columns, name);
}

/** The item of a name. An error says what there is instead. */
export function named<Item extends { readonly name: string | null }>(items: readonly Item[], name: string): Item {
  const found = items.find((item) => item.name === name);
  if (found === undefined) throw new Error(`there is no ${name}, but ${namesOf(items).join(", ") || "nothing"}`);
  return found;
}

export function namesOf(items: readonly { readonly name: string | null }[]): readonly string[] {
  return items.map((item) => item.name ?? "");
}

function qualified<Item extends { readonly schema: string; readonly name: string }>(
  items: readonly Item[],
  name: string,
  defaultSchema: string,
): Item {
  const wanted = name.includes(".") ? name : `${defaultSchema}.${name}`;
  const found = items.find((item) => `${item.schema}.${item.name}` === wanted);
  if (found !== undefined) return found;
  const known = items.map((item) => `${item.schema}.${item.name}`);
  throw new Error(`there is no ${wanted}, but ${known.join(", ") || "nothing"}`);
}
