import type { DatabaseModel } from "./database-model.js";
import type { QualifiedName } from "./qualified-name.js";
import type { ColumnModel, ForeignKeyModel, TableModel, ViewModel } from "./table-model.js";

/** The thing of this schema and name in one of a model's lists; undefined where there is none. */
export function findNamed<Named extends QualifiedName>(
  list: readonly Named[],
  wanted: QualifiedName,
): Named | undefined {
  return indexOf(list).get(nameKey(wanted));
}

/** The table of this schema and name; undefined where the model has none. */
export function findTable(model: DatabaseModel, wanted: QualifiedName): TableModel | undefined {
  return findNamed(model.tables, wanted);
}

/** The view of this schema and name; undefined where the model has none. */
export function findView(model: DatabaseModel, wanted: QualifiedName): ViewModel | undefined {
  return findNamed(model.views, wanted);
}

/** The column of this name; undefined where the table or view has none. */
export function findColumn(
  relation: { readonly columns: readonly ColumnModel[] },
  name: string,
): ColumnModel | undefined {
  return relation.columns.find((column) => column.name === name);
}

/**
 * The table that a foreign key points at; undefined where it lies outside the model, or where the columns do not pair with columns that it has (SQLite lets
 * such foreign keys stand).
 */
export function referencedTable(model: DatabaseModel, foreignKey: ForeignKeyModel): TableModel | undefined {
  const { references, columns } = foreignKey;
  const table = findTable(model, references);
  const pairs = table !== undefined && references.columns.length === columns.length;
  return pairs && references.columns.every((name) => findColumn(table, name) !== undefined) ? table : undefined;
}

/** One text for a qualified name, different for every pair of schema and name. */
export function nameKey({ schema, name }: QualifiedName): string {
  return `${schema.length}.${schema}.${name}`;
}

// Models never change, so an index of each list is made once and lives as long as the list.
const indexes = new WeakMap<readonly QualifiedName[], ReadonlyMap<string, QualifiedName>>();

function indexOf<Named extends QualifiedName>(list: readonly Named[]): ReadonlyMap<string, Named> {
  const known = indexes.get(list);
  // The map under a list was made from that list's items.
  if (known !== undefined) return known as ReadonlyMap<string, Named>;
  const made = new Map(list.map((item) => [nameKey(item), item]));
  indexes.set(list, made);
  return made;
}
