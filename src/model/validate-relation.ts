import { findDuplicates, type ModelProblem } from "./model-problem.js";
import type { IndexModel, TableModel, ViewModel } from "./table-model.js";

/** What is wrong within one table or view. */
export function validateRelation(relation: TableModel | ViewModel): readonly ModelProblem[] {
  const subject = `${relation.schema}.${relation.name}`;
  const columns = relation.columns.map((column) => column.name);
  const known = new Set(columns);
  const named = [
    ...relation.indexes.flatMap(indexedColumns),
    ...("uniqueKeys" in relation ? keyColumns(relation) : []),
  ];
  const missing = new Set(named.filter((name) => !known.has(name)));
  const unexplained = relation.columns.filter((column) => !column.nullable && column.nullability === "unknown");
  return [
    ...findDuplicates("column", columns, (name) => `${subject}.${name}`),
    ...[...missing].map((name) => ({
      subject: `${subject}.${name}`,
      text: "a key, check or index names it, and it is not there",
    })),
    ...unexplained.map(({ name }) => ({
      subject: `${subject}.${name}`,
      text: "it is not nullable, and nothing says why",
    })),
    ...relation.indexes.filter(isUnsound).map(({ name }) => ({
      subject: `${subject}.${name}`,
      text: "a part of it is neither a column nor an expression, or both",
    })),
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

function isUnsound(index: IndexModel): boolean {
  return index.parts.some((part) => (part.column === null) === (part.expression === null));
}
