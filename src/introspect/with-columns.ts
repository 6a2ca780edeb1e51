import type { CheckModel, ForeignKeyModel, IndexModel, KeyModel, TableModel, ViewModel } from "../model/table-model.js";

/** A table or view that has these columns only; what names another column goes with it, but for texts that only the engine understands. */
export function withColumns<Relation extends TableModel | ViewModel>(
  relation: Relation,
  kept: ReadonlySet<string>,
): Relation {
  const isKept = (column: string): boolean => kept.has(column);
  const columns = relation.columns.filter((column) => isKept(column.name));
  const indexes = relation.indexes.filter((index) => indexedColumns(index).every(isKept));
  return { ...relation, columns, indexes, ...("uniqueKeys" in relation ? constraintsOf(relation, isKept) : {}) };
}

type Constraints = Pick<TableModel, "primaryKey" | "uniqueKeys" | "foreignKeys" | "checks">;

function constraintsOf(table: TableModel, isKept: (column: string) => boolean): Constraints {
  const isWhole = (key: KeyModel | ForeignKeyModel): boolean => key.columns.every(isKept);
  const isSound = (check: CheckModel): boolean => check.oneOf === null || isKept(check.oneOf.column);
  return {
    primaryKey: table.primaryKey !== null && isWhole(table.primaryKey) ? table.primaryKey : null,
    uniqueKeys: table.uniqueKeys.filter(isWhole),
    foreignKeys: table.foreignKeys.filter(isWhole),
    checks: table.checks.filter(isSound),
  };
}

function indexedColumns(index: IndexModel): readonly string[] {
  return [...index.parts.flatMap((part) => part.column ?? []), ...index.include];
}
