import { Failure } from "../diagnostics.js";
import { suggestion } from "../lang/nearest-name.js";
import type { DatabaseModel } from "../model/database-model.js";
import type { TableModel, ViewModel } from "../model/table-model.js";
import { toNameGlob } from "./name-glob.js";

/** What one glob means: whole tables and views, or else columns of some. */
export interface ScopeSelection {
  readonly relations: ReadonlySet<TableModel | ViewModel>;
  readonly columns: ReadonlyMap<TableModel | ViewModel, ReadonlySet<string>>;
}

/** Finds what a glob means in a model. `use` says where the glob stands, for the `Failure` of one that means nothing. */
export function toSelection(model: DatabaseModel, glob: string, use: string): ScopeSelection {
  const relations = [...model.tables, ...model.views];
  const isMeant = toNameGlob(glob);
  const whole = relations.filter(({ schema, name }) => isMeant([name]) || isMeant([schema, name]));
  if (whole.length > 0) return { relations: new Set(whole), columns: new Map() };
  const columns = relations
    .map((relation) => [relation, toColumns(relation, isMeant)] as const)
    .filter(([, names]) => names.size > 0);
  if (columns.length === 0) throw toUselessGlob(relations, glob, use);
  return { relations: new Set(), columns: new Map(columns) };
}

function toColumns(
  { schema, name, columns }: TableModel | ViewModel,
  isMeant: (parts: readonly string[]) => boolean,
): ReadonlySet<string> {
  const names = columns.map((column) => column.name);
  return new Set(names.filter((column) => isMeant([name, column]) || isMeant([schema, name, column])));
}

function toUselessGlob(relations: readonly (TableModel | ViewModel)[], glob: string, use: string): Failure {
  const known = relations.flatMap(({ schema, name }) => [name, `${schema}.${name}`]);
  return new Failure(
    "config",
    `scope: applying ${use} "${glob}": it matches no table, view or column${suggestion(glob, known)}`,
    { hint: "write table, schema.table, table.column or schema.table.column; * stands for any part of a name" },
  );
}
