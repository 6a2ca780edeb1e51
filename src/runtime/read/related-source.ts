import type { ColumnSql } from "../build-sql/table-sql.js";
import { columnsOf, toTableSql } from "../build-sql/table-sql.js";
import { aliased } from "../build-sql/table-column.js";
import type { ConditionScope } from "../condition/condition-scope.js";
import type { ThroughMeta } from "../table-meta.js";
import type { Inclusion } from "./inclusion.js";

/** Where the related rows of a relation come from. */
export interface RelatedSource {
  /** What follows `from`. */
  readonly sql: string;
  /** The columns that hold the keys of parents, pairwise with the relation's `from`. */
  readonly keys: readonly ColumnSql[];
  /** The same, as the statement names them. */
  readonly keySql: readonly string[];
  /** Whether they belong to a link table. */
  readonly linked: boolean;
}

/** The far table, under the scope's alias, with the link table of a relation through one. */
export function toRelatedSource(scope: ConditionScope, { relation, property }: Inclusion): RelatedSource {
  const { table, alias } = scope;
  const to = columnsOf(table, relation.to, `including "${property}" over`);
  if (relation.through !== undefined) return toLinkedSource(scope, relation.through, to);
  return { sql: `${table.name} ${alias}`, keys: to, keySql: aliased(to, alias), linked: false };
}

function toLinkedSource(
  { statement, table, alias }: ConditionScope,
  through: ThroughMeta,
  to: readonly ColumnSql[],
): RelatedSource {
  const link = toTableSql(through.table(), table.dialect);
  const linkAlias = statement.alias();
  const keys = columnsOf(link, through.from, "linking over");
  const ends = aliased(columnsOf(link, through.to, "linking over"), linkAlias);
  const on = aliased(to, alias).map((column, index) => `${column} = ${ends[index] ?? ""}`);
  const sql = `${link.name} ${linkAlias} join ${table.name} ${alias} on ${on.join(" and ")}`;
  return { sql, keys, keySql: aliased(keys, linkAlias), linked: true };
}
