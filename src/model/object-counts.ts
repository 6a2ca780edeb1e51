import type { DatabaseModel } from "./database-model.js";
import type { TableModel, ViewModel } from "./table-model.js";

/** The kinds of objects that a report counts, in its order. */
export const countedKinds = [
  "tables",
  "views",
  "materializedViews",
  "columns",
  "primaryKeys",
  "uniqueKeys",
  "foreignKeys",
  "checks",
  "exclusions",
  "indexes",
  "enums",
  "domains",
  "composites",
  "ranges",
  "sequences",
  "routines",
  "triggers",
  "policies",
  "events",
] as const;

export type CountedKind = (typeof countedKinds)[number];

/** How many objects of each kind there are; a kind that an engine does not have is absent. */
export type ObjectCounts = Readonly<Partial<Record<CountedKind, number>>>;

/** Counts what a model holds of the schemas that were read: types of other schemas, which columns rest on, do not count. */
export function countObjects(model: DatabaseModel): Readonly<Record<CountedKind, number>> {
  const schemas = new Set(model.schemas.map(({ name }) => name));
  const own = (list: readonly { readonly schema: string }[]): number =>
    list.filter(({ schema }) => schemas.has(schema)).length;
  const ofDomains = model.domains.filter(({ schema }) => schemas.has(schema)).map(({ checks }) => checks.length);
  return {
    ...countRelations([...model.tables, ...model.views]),
    ...countConstraints(model.tables),
    tables: model.tables.length,
    views: model.views.filter(({ kind }) => kind === "view").length,
    materializedViews: model.views.filter(({ kind }) => kind !== "view").length,
    checks: total([...model.tables.map(({ checks }) => checks.length), ...ofDomains]),
    enums: own(model.enums),
    domains: own(model.domains),
    composites: own(model.composites),
    ranges: own(model.ranges),
    sequences: own(model.sequences),
    routines: model.routines.length,
    events: model.events?.length ?? 0,
  };
}

function countRelations(
  relations: readonly (TableModel | ViewModel)[],
): Readonly<Record<"columns" | "indexes" | "triggers", number>> {
  return {
    columns: total(relations.map(({ columns }) => columns.length)),
    indexes: total(relations.map(({ indexes }) => indexes.length)),
    triggers: total(relations.map(({ triggers }) => triggers.length)),
  };
}

function countConstraints(
  tables: readonly TableModel[],
): Readonly<Record<"primaryKeys" | "uniqueKeys" | "foreignKeys" | "exclusions" | "policies", number>> {
  return {
    primaryKeys: tables.filter(({ primaryKey }) => primaryKey !== null).length,
    uniqueKeys: total(tables.map(({ uniqueKeys }) => uniqueKeys.length)),
    foreignKeys: total(tables.map(({ foreignKeys }) => foreignKeys.length)),
    exclusions: total(tables.map(({ exclusions }) => exclusions.length)),
    policies: total(tables.map(({ policies }) => policies.length)),
  };
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
