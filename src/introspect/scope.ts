import { Failure } from "../diagnostics.js";
import { suggestion } from "../lang/nearest-name.js";
import type { DatabaseModel } from "../model/database-model.js";
import type { TableModel, ViewModel } from "../model/table-model.js";
import { toSelection, type ScopeSelection } from "./scope-selection.js";
import { withColumns } from "./with-columns.js";

/**
 * What of a database is taken.
 *
 * Globs name a table or view as `table` or `schema.table`, a column as `table.column` or `schema.table.column`; `*` and `?` do not cross a dot. Two parts that
 * name a table of a schema are not taken for a column of a table.
 */
export interface Scope {
  /** Null for all. */
  readonly schemas: readonly string[] | null;
  /** Empty for everything. A table of which only columns are named has those columns only. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/**
 * Keeps the tables, views and columns of the scope. A key, an index, a check or a foreign key goes with any of its columns; a foreign key to a table outside
 * the scope stays. A glob or a schema that matches nothing is a `Failure`: it is a typo, or was left behind.
 */
export function applyScope(model: DatabaseModel, scope: Scope): DatabaseModel {
  const inSchemas = keepSchemas(model, scope.schemas);
  const include = scope.include.map((glob) => toSelection(inSchemas, glob, "include"));
  const exclude = scope.exclude.map((glob) => toSelection(inSchemas, glob, "exclude"));
  if (include.length + exclude.length === 0) return inSchemas;
  const keep = <Relation extends TableModel | ViewModel>(relations: readonly Relation[]): readonly Relation[] =>
    relations.flatMap((relation) => keptPart(relation, include, exclude) ?? []);
  return { ...inSchemas, tables: keep(inSchemas.tables), views: keep(inSchemas.views) };
}

function keepSchemas(model: DatabaseModel, wanted: readonly string[] | null): DatabaseModel {
  if (wanted === null) return model;
  const names = model.schemas.map((schema) => schema.name);
  const missing = wanted.find((name) => !names.includes(name));
  if (missing !== undefined) {
    const text = `scope: choosing the schema "${missing}": there is no such schema${suggestion(missing, names)}`;
    throw new Failure("config", text, { hint: `there are: ${names.join(", ")}` });
  }
  const isWanted = ({ schema }: { readonly schema: string }): boolean => wanted.includes(schema);
  return {
    ...model,
    schemas: model.schemas.filter(({ name }) => wanted.includes(name)),
    tables: model.tables.filter(isWanted),
    views: model.views.filter(isWanted),
    sequences: model.sequences.filter(isWanted),
    routines: model.routines.filter(isWanted),
  };
}

/** What is left of a table or view; null for nothing. */
function keptPart<Relation extends TableModel | ViewModel>(
  relation: Relation,
  include: readonly ScopeSelection[],
  exclude: readonly ScopeSelection[],
): Relation | null {
  if (exclude.some(({ relations }) => relations.has(relation))) return null;
  const isIncluded = include.length === 0 || include.some(({ relations }) => relations.has(relation));
  const named = namedColumns(relation, include);
  const excluded = namedColumns(relation, exclude);
  const names = relation.columns.map((column) => column.name);
  const kept = names.filter((name) => (isIncluded || named.has(name)) && !excluded.has(name));
  if (kept.length === names.length) return isIncluded || kept.length > 0 ? relation : null;
  return kept.length === 0 ? null : withColumns(relation, new Set(kept));
}

function namedColumns(relation: TableModel | ViewModel, selections: readonly ScopeSelection[]): ReadonlySet<string> {
  return new Set(selections.flatMap(({ columns }) => [...(columns.get(relation) ?? [])]));
}
