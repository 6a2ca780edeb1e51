import { isAtLeast, type CatalogQuery } from "../catalog-query.js";
import type { TypeRow } from "../postgresql-rows.js";
import { joinComment } from "./scope-conditions.js";

/**
 * Every type that a column or a parameter can have, the server's own and those of extensions included
 * (`pg_type`, https://www.postgresql.org/docs/current/catalog-pg-type.html; `pg_range`, https://www.postgresql.org/docs/current/catalog-pg-range.html;
 * `pg_enum`, https://www.postgresql.org/docs/current/catalog-pg-enum.html).
 *
 * Every table has a row type and an array type of it: these two are left out unless something depends on one of them. A true array is its element's
 * `typarray`; `int2vector` and `oidvector` have elements and are no arrays.
 */
export const typesQuery: CatalogQuery<TypeRow> = {
  name: "types",
  sql: (version) => `select
  t.oid, n.nspname as schema, t.typname as name, t.typtype,
  t.typrelid as relation, coalesce(e.oid, 0) as element,
  t.typbasetype as base, t.typtypmod as base_typmod,
  case when t.typtype = 'd' then pg_catalog.format_type(t.typbasetype, t.typtypmod) end as base_name,
  t.typndims as dimensions, t.typnotnull as not_null, t.typdefault as default,
  case when t.typcollation <> b.typcollation then co.collname end as collation,
  coalesce(co.collisdeterministic, true) as deterministic,
  coalesce(r.rngsubtype, 0) as subtype, ${multirange(version)} as multirange,
  pg_catalog.format_type(t.oid, null) as formatted,
  case when t.typtype = 'e' then array(
    select l.enumlabel::text from pg_catalog.pg_enum l where l.enumtypid = t.oid order by l.enumsortorder
  ) end as labels,
  ext.extname as extension,
  n.nspname in ('pg_catalog', 'information_schema') as system,
  comment.description as comment
from pg_catalog.pg_type t
join pg_catalog.pg_namespace n on n.oid = t.typnamespace
left join pg_catalog.pg_type e on e.oid = t.typelem and e.typarray = t.oid
left join pg_catalog.pg_type b on b.oid = t.typbasetype
left join pg_catalog.pg_collation co on co.oid = t.typcollation
left join pg_catalog.pg_class c on c.oid = t.typrelid or c.oid = e.typrelid
left join pg_catalog.pg_range r on r.rngtypid = t.oid${isAtLeast(version, 14) ? " or r.rngmultitypid = t.oid" : ""}
left join pg_catalog.pg_depend x
  on x.classid = 'pg_catalog.pg_type'::pg_catalog.regclass and x.objid = t.oid and x.deptype = 'e'
left join pg_catalog.pg_extension ext on ext.oid = x.refobjid
${joinComment("pg_type", "t.oid")}
where c.oid is null or c.relkind = 'c' or exists (
  select from pg_catalog.pg_depend d
  where d.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass and d.refobjid in (t.oid, t.typarray) and d.deptype = 'n'
)
order by n.nspname, t.typname`,
};

/** Multirange types came with PostgreSQL 14. */
function multirange(version: number): string {
  return isAtLeast(version, 14) ? "coalesce(r.rngmultitypid, 0)" : "0";
}
