import { compareCodePoints } from "../../lang/compare-code-points.js";
import type { TableModel } from "../../model/table-model.js";
import { listText, propertyKey, quoteText } from "./code-text.js";
import type { NamedEntity } from "./model-names.js";
import type { PropertyListView } from "./views.js";

/** A constraint, or a unique index, that an error of the database can name. */
export interface NamedConstraint {
  readonly name: string;
  readonly columns: readonly string[];
}

/** In the order of their names; a name that an engine gives twice counts once. */
export function constraintsOf(table: TableModel): readonly NamedConstraint[] {
  const keys = [...(table.primaryKey === null ? [] : [table.primaryKey]), ...table.uniqueKeys, ...table.foreignKeys];
  const all = [
    ...keys.map(({ name, columns }) => ({ name, columns })),
    ...table.checks.map(({ name, oneOf }) => ({ name, columns: oneOf === null ? [] : [oneOf.column] })),
    ...table.exclusions.map(({ name }) => ({ name, columns: [] })),
    ...table.indexes
      .filter(({ unique, constraint }) => unique && constraint === null)
      .map(({ name, parts }) => ({ name, columns: plainColumns(parts) })),
  ];
  const byName = new Map(
    all.flatMap(({ name, columns }) => (name === null ? [] : [[name, { name, columns }] as const])),
  );
  return [...byName.values()].sort((one, other) => compareCodePoints(one.name, other.name));
}

/** As the table's metadata lists it. */
export function toConstraintView({ name, columns }: NamedConstraint, { properties }: NamedEntity): PropertyListView {
  const known = columns.flatMap((column) => properties.get(column) ?? []);
  return { name: propertyKey(name), properties: listText(known.map(quoteText)) };
}

function plainColumns(parts: TableModel["indexes"][number]["parts"]): readonly string[] {
  return parts.flatMap(({ column }) => (column === null ? [] : [column]));
}
