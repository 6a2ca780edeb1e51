import type { ColumnRef } from "../../model/column-ref.js";
import type { KeyModel, TableModel } from "../../model/table-model.js";
import type { CatalogIndex } from "./catalog-index.js";
import type { CatalogRows } from "./catalog-rows.js";
import type { ExpressionRow } from "./postgresql-rows.js";
import type { ExpressionFacts } from "./view-tree/expression-facts.js";
import type { PositionKey } from "./view-tree/key-finder.js";
import { ViewAnalyser } from "./view-tree/view-analysis.js";

/** What the translation of views rests on beside their own rows. */
export interface ViewContext {
  readonly index: CatalogIndex;
  readonly analyser: ViewAnalyser;
  /** The name of a column; null for one that was not read. */
  findColumn(relation: number, position: number): ColumnRef | null;
}

/** Prepares the analysis of views: `tables` are the translated tables by oid. */
export function toViewContext(
  rows: CatalogRows,
  index: CatalogIndex,
  tables: ReadonlyMap<number, TableModel>,
): ViewContext {
  const queries = new Map(rows.rules.filter((row) => row.event === "1").map((row) => [row.relation, row.tree ?? ""]));
  const outer = new Map(rows.outerColumns.map((row) => [`${row.relation}.${row.position}`, row]));
  const relations = new Map(rows.relations.map((row) => [row.oid, row]));
  const analyser = new ViewAnalyser({
    facts: toExpressionFacts(rows.expressions),
    ruleOf: (relation) => queries.get(relation),
    isNotNull: (relation, position) => {
      const table = tables.get(relation);
      if (table === undefined) return outer.get(`${relation}.${position}`)?.not_null === true;
      const name = index.columnNames(relation).get(position);
      return table.columns.find((column) => column.name === name)?.nullable === false;
    },
    keysOf: (relation, alone) => {
      const table = tables.get(relation);
      const hasHeirs = (index.children.get(relation) ?? []).some((row) => row.bound === null);
      return table === undefined || (hasHeirs && !alone) ? [] : keysOfTable(table, index.columnNames(relation));
    },
  });
  return {
    index,
    analyser,
    findColumn: (relation, position) => {
      const own = relations.get(relation);
      const other = outer.get(`${relation}.${position}`);
      if (own === undefined) return other === undefined ? null : { ...placeOf(other), column: other.name };
      const column = index.columnNames(relation).get(position);
      return column === undefined ? null : { schema: own.schema, table: own.name, column };
    },
  };
}

function placeOf({ schema, table }: Omit<ColumnRef, "column">): Omit<ColumnRef, "column"> {
  return { schema, table };
}

function toExpressionFacts(rows: readonly ExpressionRow[]): ExpressionFacts {
  const of = (kind: ExpressionRow["kind"]): readonly ExpressionRow[] => rows.filter((row) => row.kind === kind);
  return {
    equalities: new Set(of("operator").flatMap((row) => (row.name === "=" ? [row.oid] : []))),
    operators: new Set(of("operator").map((row) => row.oid)),
    functions: new Map(of("function").map((row) => [row.oid, row.name])),
    casts: new Set(of("cast").map((row) => row.oid)),
  };
}

/** The keys that hold at every moment and over columns that are never null. */
function keysOfTable(table: TableModel, names: ReadonlyMap<number, string>): readonly PositionKey[] {
  const positions = new Map([...names].map(([position, name]) => [name, position]));
  const required = new Set(table.columns.filter((column) => !column.nullable).map((column) => column.name));
  const keys: readonly (KeyModel | null)[] = [table.primaryKey, ...table.uniqueKeys];
  const declared = keys.flatMap((key) => (key === null || key.deferrable !== "no" ? [] : [key.columns]));
  const indexed = table.indexes.flatMap((index) => {
    const columns = index.parts.flatMap((part) => part.column ?? []);
    const isWhole = index.unique && index.valid && index.predicate === null && index.constraint === null;
    return isWhole && columns.length === index.parts.length ? [columns] : [];
  });
  return [...declared, ...indexed]
    .filter((columns) => columns.length > 0 && columns.every((name) => required.has(name)))
    .map((columns) => columns.map((name) => positions.get(name) ?? 0));
}
