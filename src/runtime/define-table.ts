import type { TableDefinition, TableMeta } from "./table-meta.js";
import type { TableTypes } from "./types/table-types.js";

/** Declares a table, with the types of its rows: called by generated code. */
export function defineTable<T extends TableTypes>(definition: TableDefinition): TableMeta<T> {
  return definition;
}

/** Declares a view whose rows can be written: called by generated code. */
export function defineWritableView<T extends TableTypes>(definition: TableDefinition): TableMeta<T> {
  return { ...definition, view: true };
}

/** Declares a view, whose rows can only be read: called by generated code. */
export function defineView<T extends TableTypes>(definition: TableDefinition): TableMeta<T> {
  return { ...definition, view: true, readOnly: true };
}
