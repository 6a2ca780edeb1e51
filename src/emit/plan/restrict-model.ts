import { diagnostic, type Diagnostic } from "../../diagnostics.js";
import type { DatabaseModel } from "../../model/database-model.js";
import { nameKey } from "../../model/lookup.js";
import type { ColumnModel, ForeignKeyModel, PrivilegesModel, TableModel, ViewModel } from "../../model/table-model.js";
import { subjectOf } from "./naming.js";

/** What is left of a model for a role: see `restrictModel`. */
export interface RestrictedModel {
  readonly model: DatabaseModel;
  /** One for each table or view, and each column, that is left out. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The model as the connecting role can use it. Columns that it may not read are gone, with the keys and foreign keys over them; so are tables and views that
 * it can neither read nor insert into, and routines that it may not call. A table that it can only insert into keeps the columns that it may give, and has
 * no keys and no relations, for these want reading.
 */
export function restrictModel(model: DatabaseModel): RestrictedModel {
  const diagnostics: Diagnostic[] = [];
  const tables = model.tables.flatMap((table) => restrictTable(table, diagnostics));
  const readable = new Map(tables.filter(isReadable).map((table) => [nameKey(table), columnNames(table)]));
  const views = model.views.flatMap((view) => restrictView(view, diagnostics));
  return {
    model: {
      ...model,
      tables: tables.map((table) => ({
        ...table,
        foreignKeys: table.foreignKeys.filter((key) => isFollowed(key, model, readable)),
      })),
      views,
      routines: model.routines.filter((routine) => routine.executable !== false),
    },
    diagnostics,
  };
}

function isReadable({ privileges }: TableModel): boolean {
  return privileges?.select !== "none";
}

function columnNames({ columns }: TableModel): ReadonlySet<string> {
  return new Set(columns.map((column) => column.name));
}

/** A foreign key out of the model stays, as it does elsewhere. */
function isFollowed(
  { references }: ForeignKeyModel,
  model: DatabaseModel,
  readable: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  if (!model.tables.some((table) => nameKey(table) === nameKey(references))) return true;
  const columns = readable.get(nameKey(references));
  return columns !== undefined && references.columns.every((column) => columns.has(column));
}

function restrictTable(table: TableModel, diagnostics: Diagnostic[]): readonly TableModel[] {
  const { privileges } = table;
  if (privileges === undefined || privileges.select === "all") return [table];
  const kept = keptColumns(table, privileges, diagnostics);
  if (kept === null) return [];
  const names = new Set(kept.map((column) => column.name));
  const reads = privileges.select !== "none";
  const has = ({ columns }: { readonly columns: readonly string[] }): boolean =>
    reads && columns.every((column) => names.has(column));
  return [
    {
      ...table,
      columns: kept,
      primaryKey: table.primaryKey !== null && has(table.primaryKey) ? table.primaryKey : null,
      uniqueKeys: table.uniqueKeys.filter(has),
      foreignKeys: table.foreignKeys.filter(has),
      checks: table.checks.filter(({ oneOf }) => oneOf === null || names.has(oneOf.column)),
      indexes: table.indexes.filter(({ parts }) => has({ columns: parts.flatMap((part) => part.column ?? []) })),
      privileges: withRequired(table, privileges, names),
    },
  ];
}

function restrictView(view: ViewModel, diagnostics: Diagnostic[]): readonly ViewModel[] {
  const { privileges } = view;
  if (privileges === undefined || privileges.select === "all") return [view];
  const columns = keptColumns(view, privileges, diagnostics);
  if (columns === null) return [];
  const names = new Set(columns.map((column) => column.name));
  const reads = privileges.select !== "none";
  const keys = (view.keys ?? []).filter((key) => reads && key.columns.every((column) => names.has(column)));
  return [{ ...view, columns, keys, privileges: withRequired(view, privileges, names) }];
}

/** Null where nothing can be done with the table or view. */
function keptColumns(
  relation: TableModel | ViewModel,
  { select, insert }: PrivilegesModel,
  diagnostics: Diagnostic[],
): readonly ColumnModel[] | null {
  const kept = select === "none" ? insert : select;
  const columns = relation.columns.filter(({ name }) => kept === "all" || (kept !== "none" && kept.includes(name)));
  if (columns.length === 0) {
    diagnostics.push(diagnostic("TW2010", subjectOf(relation), {}));
    return null;
  }
  const left = relation.columns.filter((column) => !columns.includes(column));
  diagnostics.push(...left.map(({ name }) => diagnostic("TW2011", `${subjectOf(relation)}.${name}`, {})));
  return columns;
}

/** A row cannot be inserted without a column that it must have. */
function withRequired(
  { columns }: TableModel | ViewModel,
  privileges: PrivilegesModel,
  kept: ReadonlySet<string>,
): PrivilegesModel {
  const lacks = columns.some((column) => !kept.has(column.name) && isRequired(column));
  return lacks ? { ...privileges, insert: "none" } : privileges;
}

function isRequired({ nullable, default: value, generated, identity }: ColumnModel): boolean {
  return !nullable && value.kind === "none" && generated === null && identity === null;
}
