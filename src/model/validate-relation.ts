import { findDuplicates, type ModelProblem } from "./model-problem.js";
import type { ColumnModel, IndexModel, TableModel, ViewModel } from "./table-model.js";

/** What is wrong within one table or view. */
export function validateRelation(relation: TableModel | ViewModel): readonly ModelProblem[] {
  const subject = `${relation.schema}.${relation.name}`;
  const columns = new Set(relation.columns.map((column) => column.name));
  const named = [
    ...relation.indexes.flatMap(indexedColumns),
    ...("uniqueKeys" in relation ? keyColumns(relation) : []),
  ];
  const missing = new Set(named.filter((name) => !columns.has(name)));
  return [
    ...findDuplicates(
      "column",
      relation.columns.map((column) => `${subject}.${column.name}`),
    ),
    ...[...missing].map((name) => ({
      subject: `${subject}.${name}`,
      text: "a key, check or index names it, and it is not there",
    })),
    ...relation.columns.flatMap((column) => validateColumn(subject, column)),
    ...relation.indexes.flatMap((index) => validateIndex(subject, index)),
  ];
}

function keyColumns(table: TableModel): readonly string[] {
  const keys = table.primaryKey === null ? table.uniqueKeys : [table.primaryKey, ...table.uniqueKeys];
  const checked = table.checks.flatMap((check) => check.oneOf?.column ?? []);
  return [...keys, ...table.foreignKeys].flatMap((key) => key.columns).concat(checked);
}

function indexedColumns(index: IndexModel): readonly string[] {
  return [...index.parts.flatMap((part) => part.column ?? []), ...index.include];
}

function validateColumn(relation: string, column: ColumnModel): readonly ModelProblem[] {
  if (column.nullable || column.nullability !== "unknown") return [];
  return [{ subject: `${relation}.${column.name}`, text: "it is not nullable, and nothing says why" }];
}

function validateIndex(relation: string, index: IndexModel): readonly ModelProblem[] {
  const isSound = index.parts.every((part) => (part.column === null) !== (part.expression === null));
  return isSound
    ? []
    : [{ subject: `${relation}.${index.name}`, text: "a part of it is neither a column nor an expression, or both" }];
}
