import { Statement } from "../build-sql/statement.js";
import { toTableSql, type ColumnSql, type TableSql } from "../build-sql/table-sql.js";
import { allOf } from "../condition/logic.js";
import { whereCondition } from "../condition/where-condition.js";
import { parentColumns, toInclusions, type Inclusion } from "./inclusion.js";
import type { ListPlan } from "./plan-list.js";
import { positionOf, toProjection } from "./projection.js";
import { relatedSql } from "./related-sql.js";
import { toRelatedSource, type RelatedSource } from "./related-source.js";

/** The query for the related rows of several parents. */
export interface RelatedPlan extends ListPlan {
  readonly source: RelatedSource;
  /** Where a row holds the values that lead to its parent, pairwise with the relation's `from`. */
  readonly keyPositions: readonly number[];
}

/** The keys of parents: driver values of the relation's `from` columns, each key once. */
export interface ParentKeys {
  readonly columns: readonly ColumnSql[];
  readonly keys: readonly (readonly unknown[])[];
}

/** Works the statement out that reads a relation's rows for all parents at once. Without options its text is made once only. */
export function planRelated(inclusion: Inclusion, parent: TableSql, parents: ParentKeys): RelatedPlan {
  if (Object.keys(inclusion.query).length > 0) return makePlan(inclusion, parent, parents);
  const form = parents.keys.length === 1 ? 1 : parent.dialect.listForm(parents.keys.length);
  if (form === null) return makePlan(inclusion, parent, parents);
  const name = `of ${parents.keys.length === 1 ? "one" : `many ${form}`}: ${inclusion.property}`;
  const kept = plans.get(parent)?.get(name);
  if (kept !== undefined) return { ...kept, params: toParams(kept, parents) };
  const plan = makePlan(inclusion, parent, parents);
  plans.set(parent, (plans.get(parent) ?? new Map<string, RelatedPlan>()).set(name, { ...plan, params: [] }));
  return plan;
}

const plans = new WeakMap<TableSql, Map<string, RelatedPlan>>();

function makePlan(inclusion: Inclusion, parent: TableSql, parents: ParentKeys): RelatedPlan {
  const { relation, query } = inclusion;
  const table = toTableSql(relation.table(), parent.dialect);
  const statement = new Statement(table.dialect);
  const scope = { statement, table, alias: statement.alias() };
  const source = toRelatedSource(scope, inclusion);
  const inclusions = toInclusions(table, query.include);
  const hidden = [...parentColumns(table, inclusions), ...(source.linked ? [] : source.keys)];
  const projection = toProjection(table, query.select, hidden);
  const condition = allOf([belongsToParents(statement, source, parents), whereCondition(query.where ?? {}, scope)]);
  const single = parents.keys.length === 1;
  const sql = relatedSql({ scope, query, projection, source, single }, condition);
  const width = projection.columns.length;
  const keyPositions = source.keys.map((key, index) => (source.linked ? width + index : positionOf(projection, key)));
  const wide = projection.wide || source.keys.some(({ codec }) => codec.wide);
  return { sql, params: statement.params, projection: { ...projection, wide }, inclusions, source, keyPositions };
}

function toParams({ projection, source }: RelatedPlan, parents: ParentKeys): readonly unknown[] {
  const statement = new Statement(projection.table.dialect);
  belongsToParents(statement, source, parents);
  return statement.params;
}

function belongsToParents(statement: Statement, source: RelatedSource, parents: ParentKeys): string {
  const { dialect } = statement;
  const { keys, columns } = parents;
  // The values come from the parents' columns, so that the type of those surely takes them.
  const operands = source.keySql.map((sql, index) => ({ sql, type: columns[index]?.meta.type }));
  const [key] = keys;
  const [operand] = operands;
  if (keys.length === 1 && key !== undefined) {
    return allOf(operands.map((each, index) => dialect.equals(each, key[index], statement.bind)));
  }
  if (operands.length > 1 || operand === undefined) return dialect.isRowIn(operands, keys, statement.bind);
  const values = keys.map(([value]) => value);
  return dialect.isIn(operand, values, statement.bind);
}
