import { compareCodePoints } from "../lang/compare-code-points.js";
import type { DatabaseModel, RoutineModel } from "./database-model.js";
import type { QualifiedName } from "./qualified-name.js";
import type { CheckModel, EngineExtra, ForeignKeyModel, KeyModel, TableModel, ViewModel } from "./table-model.js";

/**
 * Puts every list that has no order of its own into code-point order, so that the same catalog gives the same model however it was made. Lists whose order
 * means something (columns, key columns, enum values, parameters, index parts, inheritance) are left alone.
 */
export function normalizeModel(model: DatabaseModel): DatabaseModel {
  return {
    ...model,
    schemas: sorted(model.schemas, (schema) => [schema.name]),
    tables: byName(model.tables).map(normalizeTable),
    views: byName(model.views).map(normalizeView),
    enums: byName(model.enums),
    domains: byName(model.domains).map((domain) => ({ ...domain, checks: sorted(domain.checks, checkOrder) })),
    composites: byName(model.composites),
    ranges: byName(model.ranges),
    sequences: byName(model.sequences),
    routines: sorted(model.routines, routineOrder),
    ...(model.events === undefined ? {} : { events: byName(model.events) }),
    extra: normalizeExtra(model.extra),
  };
}

function normalizeTable(table: TableModel): TableModel {
  return {
    ...table,
    uniqueKeys: sorted(table.uniqueKeys, keyOrder),
    foreignKeys: sorted(table.foreignKeys, foreignKeyOrder),
    checks: sorted(table.checks, checkOrder),
    exclusions: sorted(table.exclusions, (exclusion) => [exclusion.name]),
    indexes: sorted(table.indexes, (index) => [index.name]),
    triggers: sorted(table.triggers, (trigger) => [trigger.name]),
    policies: sorted(table.policies, (policy) => [policy.name]),
    partitioning:
      table.partitioning === null ? null : { ...table.partitioning, partitions: byName(table.partitioning.partitions) },
    extra: normalizeExtra(table.extra),
  };
}

function normalizeView(view: ViewModel): ViewModel {
  return {
    ...view,
    indexes: sorted(view.indexes, (index) => [index.name]),
    triggers: sorted(view.triggers, (trigger) => [trigger.name]),
    extra: normalizeExtra(view.extra),
  };
}

function normalizeExtra(extra: EngineExtra): EngineExtra {
  return Object.fromEntries(sorted(Object.entries(extra), ([name]) => [name]));
}

function byName<Named extends QualifiedName>(list: readonly Named[]): readonly Named[] {
  return sorted(list, ({ schema, name }) => [schema, name]);
}

function keyOrder(key: KeyModel): readonly string[] {
  return [key.name ?? "", ...key.columns];
}

function foreignKeyOrder({ name, columns, references }: ForeignKeyModel): readonly string[] {
  return [name ?? "", ...columns, references.schema, references.name, ...references.columns];
}

function checkOrder(check: CheckModel): readonly string[] {
  return [check.name ?? "", check.expression];
}

function routineOrder({ schema, name, signature, kind }: RoutineModel): readonly string[] {
  return [schema, name, signature, kind];
}

/** Sorts by lists of texts, compared one after the other, and in the end by everything: what still ties is the same. */
function sorted<Item>(items: readonly Item[], orderOf: (item: Item) => readonly string[]): readonly Item[] {
  if (items.length < 2) return items;
  const keyed = items.map((item) => ({ item, order: orderOf(item) }));
  keyed.sort((left, right) => compareLists(left.order, right.order) || compareWhole(left.item, right.item));
  return keyed.map(({ item }) => item);
}

function compareLists(left: readonly string[], right: readonly string[]): number {
  for (const [place, text] of left.entries()) {
    const other = right[place];
    if (other === undefined) return 1;
    const difference = compareCodePoints(text, other);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function compareWhole(left: unknown, right: unknown): number {
  return compareCodePoints(JSON.stringify(left), JSON.stringify(right));
}
