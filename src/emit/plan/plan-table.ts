import type { Diagnostic } from "../../diagnostics.js";
import { listText, quoteText } from "./code-text.js";
import type { NamedTable } from "./model-relations.js";
import { planColumn, type PlannedColumn } from "./plan-column.js";
import { constraintsOf, toConstraintView } from "./plan-constraints.js";
import type { PlanContext } from "./plan-context.js";
import { orNull, planEntity } from "./plan-entity.js";
import { toRelationViews } from "./plan-relation-views.js";
import { reservedNames } from "./reserved-words.js";
import { uniqueKeysOf, type UniqueKey } from "./unique-keys.js";
import type { ColumnView, FinderView, KeyView, MemberView, RelationView, TableView } from "./views.js";

/** The view of a table's file. */
export function planTable(
  table: NamedTable,
  context: PlanContext,
): { readonly view: TableView; readonly diagnostics: readonly Diagnostic[] } {
  const { model } = table.source;
  const scope = context.openFile(table.module);
  const columns = model.columns.map((column) => planColumn(table, column, { context, scope }));
  const entity = planEntity(table, columns, { scope, context });
  const keys = uniqueKeysOf(table, model);
  const constraints = constraintsOf(model);
  const written = columns.filter(({ filled }) => filled !== "always");
  const related = toRelationViews(table, context.relations.relationsOf(table), scope);
  const shared = shareNames(entity.columns, related);
  const key = toKey(keys, columns);
  const finders = keys.flatMap((unique) => toFinder(unique, columns));
  scope.door("Repository");
  const view: TableView = {
    ...entity,
    header: context.header,
    key,
    insert: written.map((column) => toMember(column, isOptional(column))),
    update: written.map((column) => toMember(column, true)),
    ...shared,
    unique: toUnion(keys.filter(({ arbiter }) => arbiter).map(({ name }) => name)),
    constraint: toUnion(constraints.map(({ name }) => name)),
    finders,
    keys: keys.map(({ name, columns: own }) => ({
      name,
      properties: listText(own.map((column) => quoteText(table.properties.get(column) ?? ""))),
    })),
    constraints: constraints.map((constraint) => toConstraintView(constraint, table)),
    codecs: scope.constants,
    imports: scope.imports,
  };
  return { view, diagnostics: columns.flatMap((column) => column.diagnostics) };
}

/** Where a relation has its column's name, one filter takes what either would: the operators of a column tell the two apart. */
function shareNames(
  columns: readonly ColumnView[],
  relations: readonly RelationView[],
): { readonly columns: readonly ColumnView[]; readonly relations: readonly RelationView[] } {
  const wheres = new Map(relations.map(({ name, where }) => [name, where]));
  const properties = new Set(columns.map(({ property }) => property));
  return {
    columns: columns.map((column) => {
      const where = wheres.get(column.property)?.replace(/ \| null$/, "");
      return where === undefined ? column : { ...column, where: `${where} | ${column.where}` };
    }),
    relations: relations.map((relation) => (properties.has(relation.name) ? { ...relation, where: null } : relation)),
  };
}

function isOptional({ nullable, filled }: PlannedColumn): boolean {
  return nullable || filled === "default";
}

function toMember({ property, type, nullable }: PlannedColumn, optional: boolean): MemberView {
  const written = orNull(type, nullable);
  return { property, optional, type: optional && type !== "unknown" ? `${written} | undefined` : written };
}

function toKey(keys: readonly UniqueKey[], columns: readonly PlannedColumn[]): KeyView | null {
  const primary = keys.find(({ name, finder }) => finder === null && name === "primaryKey");
  if (primary === undefined) return null;
  const members = primary.columns.flatMap((name) => toKeyMember(name, columns));
  return { type: members.length === 1 ? (members[0]?.type ?? null) : null, members };
}

/** Null is never part of a key's value. */
function toKeyMember(name: string, columns: readonly PlannedColumn[]): readonly MemberView[] {
  const column = columns.find(({ model }) => model.name === name);
  return column === undefined ? [] : [{ property: column.property, optional: false, type: column.type }];
}

function toFinder({ name, finder, columns: own }: UniqueKey, columns: readonly PlannedColumn[]): readonly FinderView[] {
  if (finder === null) return [];
  const members = own.flatMap((column) => toKeyMember(column, columns));
  const [only, ...others] = members;
  if (only === undefined) return [];
  const single = others.length === 0;
  return [
    {
      method: finder,
      parameter: single
        ? `${parameterName(only.property)}: ${only.type}`
        : `key: { ${members.map(({ property, type }) => `${property}: ${type}`).join("; ")} }`,
      key: quoteText(name),
      values: listText(single ? [parameterName(only.property)] : members.map(({ property }) => `key.${property}`)),
    },
  ];
}

/** A property can be called what a parameter cannot. */
function parameterName(property: string): string {
  return reservedNames.has(property) ? "value" : property;
}

function toUnion(names: readonly string[]): string {
  return names.length === 0 ? "never" : names.map(quoteText).join(" | ");
}
