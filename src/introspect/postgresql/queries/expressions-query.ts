import type { CatalogQuery } from "../catalog-query.js";
import type { ExpressionRow } from "../postgresql-rows.js";

/**
 * The server's own operators, functions and casts by which columns of views are proved to be never null
 * (`pg_operator`, https://www.postgresql.org/docs/current/catalog-pg-operator.html; `pg_proc`, https://www.postgresql.org/docs/current/catalog-pg-proc.html;
 * `pg_cast`, https://www.postgresql.org/docs/current/catalog-pg-cast.html). Parameters from the second on: operators of any type, operators of numbers and times, functions.
 *
 * - `lower` and `upper` of a range are null for one without bounds.
 * - Casts to `time` give null for an infinite timestamp, and casts from `jsonb` for its null (since PostgreSQL 18).
 */
export const expressionsQuery: CatalogQuery<ExpressionRow> = {
  name: "operators and functions",
  sql: () => `select 'operator' as kind, o.oid::bigint as oid, o.oprname as name
from pg_catalog.pg_operator o
left join pg_catalog.pg_type t on t.oid = o.oprleft
join pg_catalog.pg_type u on u.oid = o.oprright
where o.oprnamespace = 'pg_catalog'::pg_catalog.regnamespace and o.oprcode <> 0 and (
  o.oprname = any ($2::text[])
  or o.oprname = any ($3::text[]) and coalesce(t.typcategory, 'N') in ('N', 'D', 'T') and u.typcategory in ('N', 'D', 'T')
)
union all
select 'function', p.oid::bigint, p.proname
from pg_catalog.pg_proc p
where p.pronamespace = 'pg_catalog'::pg_catalog.regnamespace and p.proname = any ($4::text[])
  and not exists (
    select from pg_catalog.pg_type t
    where t.oid = any (p.proargtypes::pg_catalog.oid[]) and t.typname in ('anyrange', 'anymultirange')
      and p.prokind = 'f'
  )
union all
select distinct 'cast', c.castfunc::bigint, ''::pg_catalog.name
from pg_catalog.pg_cast c
join pg_catalog.pg_proc p on p.oid = c.castfunc and p.pronamespace = 'pg_catalog'::pg_catalog.regnamespace
where p.proisstrict and c.castsource <> 'jsonb'::pg_catalog.regtype
  and (c.castsource = c.casttarget or c.casttarget not in ('time'::pg_catalog.regtype, 'timetz'::pg_catalog.regtype))
order by 1, 2`,
};
