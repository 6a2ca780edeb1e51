import type { TableModel } from "../../model/table-model.js";
import { quoteText, codeSpan } from "./code-text.js";
import { checksOfTable, columnFacts } from "./column-facts.js";
import { valuesOfColumn } from "./column-values.js";
import { docComment } from "./doc-comment.js";
import type { FileScope } from "./file-scope.js";
import type { NamedEntity } from "./model-names.js";
import { toUnionView } from "./plan-enums.js";
import type { PlannedColumn } from "./plan-column.js";
import type { PlanContext } from "./plan-context.js";
import type { ColumnView, EntityView, UnionView } from "./views.js";

/** What a table's file and a view's have in common, but for what is known only when the whole file is planned. */
export function planEntity(
  entity: NamedEntity,
  columns: readonly PlannedColumn[],
  { scope, context }: { readonly scope: FileScope; readonly context: PlanContext },
): Omit<EntityView, "codecs" | "relations"> {
  const { source, names } = entity;
  scope.doorTypes("TableMeta");
  const views = columns.map((column, position) => toColumnView(entity, column, { scope, position }));
  const ordered = columns.filter(({ planned }) => planned.ordered).map(({ property }) => property);
  if (ordered.length > 0) scope.doorTypes("OrderDirection");
  return {
    names,
    doc: docComment(source.model.comment, entityFacts(entity)),
    unions: unionsOf(entity),
    columns: views,
    ordered,
    name: quoteText(source.model.name),
    triggered: !context.dialect.emission.returnsTriggered && source.model.triggers.some(({ enabled }) => enabled),
    schema:
      !context.dialect.emission.namesDefaultSchema && source.model.schema === context.model.defaultSchema
        ? null
        : quoteText(source.model.schema),
  };
}

/** A type, or null where the column can be. */
export function orNull(type: string, nullable: boolean): string {
  return nullable && type !== "unknown" ? `${type} | null` : type;
}

/** The comment says what a row is, where there is one. */
function entityFacts({ source }: NamedEntity): string {
  const { name, comment } = source.model;
  const kind = source.is === "view" && source.model.kind === "materialized" ? "materialized view" : source.is;
  const row = comment === null ? [`A row of the ${kind} ${codeSpan(name)}.`] : [];
  return [...row, ...(source.is === "table" ? checkFacts(source.model) : [])].join(" ");
}

function checkFacts(table: TableModel): readonly string[] {
  return checksOfTable(table).map(({ expression }) => `Check: ${codeSpan(expression)}.`);
}

function toColumnView(
  entity: NamedEntity,
  column: PlannedColumn,
  { scope, position }: { readonly scope: FileScope; readonly position: number },
): ColumnView {
  const { model, property, planned, nullable, filled, cast } = column;
  const codec = planned.codec(scope);
  const value = `row[${position}]`;
  return {
    property,
    doc: docComment(model.comment, columnFacts(entity, model, column.baseType)),
    type: orNull(column.type, nullable),
    where: nullable ? `${planned.where(scope)} | null` : planned.where(scope),
    read: nullable ? `${value} === null ? null : ${codec}.read(${value})` : `${codec}.read(${value})`,
    column: quoteText(model.name),
    codec,
    cast: cast === null ? null : quoteText(cast),
    nullable,
    filled: filled === null ? null : quoteText(filled),
  };
}

function unionsOf({ source, unions }: NamedEntity): readonly UnionView[] {
  if (unions.size === 0) return [];
  const checks = source.is === "view" ? [] : source.model.checks;
  return source.model.columns.flatMap((column) => {
    const names = unions.get(column.name);
    const values = valuesOfColumn(column, checks);
    return names === undefined || values === null ? [] : [toUnionView(names, values, [])];
  });
}
