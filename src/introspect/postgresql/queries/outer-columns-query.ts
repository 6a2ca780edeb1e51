import type { CatalogQuery } from "../catalog-query.js";
import type { OuterColumnRow } from "../postgresql-rows.js";

/**
 * The columns that views rest on and that lie outside the relations read: in other schemas, or in the catalog itself
 * (`pg_depend`, https://www.postgresql.org/docs/current/catalog-pg-depend.html). Parameter: the relations.
 *
 * A view's columns have no NOT NULL of their own.
 */
export const outerColumnsQuery: CatalogQuery<OuterColumnRow> = {
  name: "columns behind views",
  sql: () => `select distinct
  a.attrelid::bigint as relation, n.nspname as schema, c.relname as table, a.attnum as position, a.attname as name,
  a.attnotnull as not_null
from pg_catalog.unnest($1::pg_catalog.oid[]) relation (oid)
join pg_catalog.pg_rewrite r on r.ev_class = relation.oid
join pg_catalog.pg_depend d
  on d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass and d.objid = r.oid
  and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjsubid > 0
join pg_catalog.pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
join pg_catalog.pg_class c on c.oid = a.attrelid
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where d.refobjid <> all ($1::pg_catalog.oid[])
order by relation, position`,
};
