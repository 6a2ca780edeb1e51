import { isAtLeast, type CatalogQuery } from "../catalog-query.js";
import type { ConstraintRow } from "../postgresql-rows.js";
import { joinComment } from "./scope-conditions.js";

/**
 * Keys, foreign keys, checks and exclusions of tables, and checks of domains
 * (`pg_constraint`, https://www.postgresql.org/docs/current/catalog-pg-constraint.html). Parameter: the relations.
 *
 * - A foreign key to a partitioned table has further rows, one for each partition there, which have it as their parent.
 * - NOT NULL constraints have rows since PostgreSQL 18 and are facts of their columns; only those that are not valid are asked for, as their columns may
 *   hold nulls.
 * - The names of referenced columns are looked up here where the referenced table is none of the relations.
 */
export const constraintsQuery: CatalogQuery<ConstraintRow> = {
  name: "constraints",
  sql: (version) => `select
  con.conname as name, con.contype, con.conrelid as relation, con.contypid as domain, con.conindid as index,
  con.conkey as columns,
  con.confrelid as referenced, fn.nspname as referenced_schema, fc.relname as referenced_name,
  con.confkey as referenced_positions,
  case when con.contype = 'f' and target.oid is null then array(
    select a.attname::text
    from pg_catalog.unnest(con.confkey) with ordinality k (attnum, place)
    join pg_catalog.pg_attribute a on a.attrelid = con.confrelid and a.attnum = k.attnum
    order by k.place
  ) end as referenced_columns,
  con.confupdtype, con.confdeltype, con.confmatchtype, con.condeferrable, con.condeferred, con.convalidated,
  con.connoinherit,
  ${isAtLeast(version, 18) ? "con.conenforced" : "true"} as enforced,
  ${isAtLeast(version, 18) ? "con.conperiod" : "false"} as period,
  case when con.contype = 'c' then pg_catalog.pg_get_expr(con.conbin, con.conrelid) end as expression,
  case when ${hasMore(version)} then pg_catalog.pg_get_constraintdef(con.oid) end as definition,
  comment.description as comment
from pg_catalog.pg_constraint con
left join pg_catalog.pg_constraint parent on parent.oid = con.conparentid
left join pg_catalog.unnest($1::pg_catalog.oid[]) relation (oid) on relation.oid = con.conrelid
left join pg_catalog.unnest($1::pg_catalog.oid[]) target (oid) on target.oid = con.confrelid
left join pg_catalog.pg_class fc on fc.oid = con.confrelid
left join pg_catalog.pg_namespace fn on fn.oid = fc.relnamespace
${joinComment("pg_constraint", "con.oid")}
where (relation.oid is not null or con.contypid <> 0) and (parent.oid is null or parent.confrelid = con.confrelid)
  and (con.contype in ('p', 'u', 'f', 'c', 'x') or con.contype = 'n' and not con.convalidated)
order by con.conrelid, con.contypid, con.conname`,
};

/**
 * Constraints that say more than the other columns tell: exclusions, checks that children do not inherit, keys with periods (PostgreSQL 18), and foreign
 * keys that set some of their columns only (PostgreSQL 15).
 */
function hasMore(version: number): string {
  const conditions = [
    "con.contype = 'x'",
    "con.contype = 'c' and con.connoinherit",
    ...(isAtLeast(version, 15) ? ["con.confdelsetcols is not null"] : []),
    ...(isAtLeast(version, 18) ? ["con.conperiod"] : []),
  ];
  return conditions.join(" or ");
}
