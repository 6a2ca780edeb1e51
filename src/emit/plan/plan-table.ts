import type { Diagnostic } from "../../diagnostics.js";
import { listText, quoteText } from "./code-text.js";
import { accessOf, repositoryClass, type EntityAccess } from "./entity-access.js";
import { isTable } from "./find-links.js";
import type { NamedEntity } from "./model-names.js";
import { planColumn, type PlannedColumn } from "./plan-column.js";
import { constraintsOf, toConstraintView } from "./plan-constraints.js";
import type { PlanContext } from "./plan-context.js";
import { orNull, planEntity } from "./plan-entity.js";
import { toRelationViews } from "./plan-relation-views.js";
import { reservedNames } from "./reserved-words.js";
import { uniqueKeysOf, type UniqueKey } from "./unique-keys.js";
import { filledInView } from "./view-filled.js";
import { viewKeysOf } from "./view-keys.js";
import type { ColumnView, FinderView, KeyView, MemberView, RelationView, TableView } from "./views.js";

/** The view of a table's file, or of a view's. */
export function planTable(
  entity: NamedEntity,
  context: PlanContext,
): { readonly view: TableView; readonly diagnostics: readonly Diagnostic[] } {
  const { source } = entity;
  const scope = context.openFile(entity.module);
  const access = accessOf(source, context.options.respectPrivileges ? source.model.privileges : undefined);
  const columns = planColumns(entity, access, { context, scope });
  const planned = planEntity(entity, columns, { scope, context });
  const keys = access.select ? keysOf(entity, context) : [];
  const constraints = isTable(entity) ? constraintsOf(entity.source.model) : [];
  const related = isTable(entity) ? toRelationViews(entity, context.relations.relationsOf(entity), scope) : [];
  const canWrite = access.insert !== null || access.update !== null || access.delete;
  const define = source.is === "table" ? "defineTable" : canWrite ? "defineWritableView" : "defineView";
  const repository = repositoryClass(access);
  scope.door(define, repository);
  const view: TableView = {
    ...planned,
    header: context.header,
    define,
    repository,
    key: toKey(keys, columns),
    insert: membersOf(columns, access.insert, isOptional),
    noInsert: access.insert === null ? "never" : "Record<string, never>",
    update: membersOf(columns, access.update, () => true),
    noUpdate: access.update === null ? "never" : "Record<string, never>",
    ...shareNames(planned.columns, related),
    unique: toUnion(keys.filter(({ arbiter }) => arbiter).map(({ name }) => name)),
    constraint: toUnion(constraints.map(({ name }) => name)),
    finders: keys.flatMap((unique) => toFinder(unique, columns)),
    keys: keys.map(({ name, columns: own }) => ({
      name,
      properties: listText(own.map((column) => quoteText(entity.properties.get(column) ?? ""))),
    })),
    constraints: constraints.map((constraint) => toConstraintView(constraint, entity)),
    codecs: scope.constants,
    imports: scope.imports,
  };
  return { view, diagnostics: columns.flatMap((column) => column.diagnostics) };
}

function planColumns(
  entity: NamedEntity,
  access: EntityAccess,
  place: Parameters<typeof planColumn>[2],
): readonly PlannedColumn[] {
  const { source } = entity;
  const columns = source.model.columns.map((column) => planColumn(entity, column, place));
  if (source.is === "table") return columns;
  const { model, dialect } = place.context;
  return columns.map((column) => ({
    ...column,
    filled: filledInView(model, source.model, { column: column.model.name, access, dialect }),
  }));
}

function keysOf(entity: NamedEntity, { dialect }: PlanContext): readonly UniqueKey[] {
  const { source } = entity;
  return source.is === "table"
    ? uniqueKeysOf(entity, source.model)
    : viewKeysOf(entity, source.model, dialect.emission);
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

/** The members of what is written; none where nothing can be. */
function membersOf(
  columns: readonly PlannedColumn[],
  allowed: ReadonlySet<string> | null,
  optional: (column: PlannedColumn) => boolean,
): readonly MemberView[] {
  return columns
    .filter(({ model, filled }) => filled !== "always" && allowed?.has(model.name) === true)
    .map((column) => toMember(column, optional(column)));
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
