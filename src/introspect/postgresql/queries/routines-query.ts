import type { CatalogQuery } from "../catalog-query.js";
import type { RoutineRow } from "../postgresql-rows.js";
import { joinComment } from "./scope-conditions.js";

/**
 * Functions, procedures, aggregates and window functions with their parameters
 * (`pg_proc`, https://www.postgresql.org/docs/current/catalog-pg-proc.html). Parameter: the schemas.
 *
 * `proallargtypes` is null where every parameter is an input. The functions that the server makes for a range type depend on it internally.
 */
export const routinesQuery: CatalogQuery<RoutineRow> = {
  name: "routines",
  sql: () => `select
  n.nspname as schema, p.proname as name, p.prokind, l.lanname as language, p.provolatile,
  p.prorettype as returns, pg_catalog.format_type(p.prorettype, null) as returns_name, p.proretset as returns_set,
  parameter.types, parameter.type_names,
  p.proargmodes::text[] as modes, p.proargnames as names, p.pronargdefaults as defaults,
  pg_catalog.has_schema_privilege(n.oid, 'usage') and pg_catalog.has_function_privilege(p.oid, 'execute') as executable,
  comment.description as comment
from pg_catalog.pg_proc p
join pg_catalog.pg_namespace n on n.oid = p.pronamespace
join pg_catalog.pg_language l on l.oid = p.prolang
cross join lateral (
  select
    coalesce(pg_catalog.array_agg(k.type order by k.place), '{}') as types,
    coalesce(pg_catalog.array_agg(pg_catalog.format_type(k.type, null) order by k.place), '{}') as type_names
  from pg_catalog.unnest(coalesce(p.proallargtypes, p.proargtypes::pg_catalog.oid[])) with ordinality k (type, place)
) parameter
${joinComment("pg_proc", "p.oid")}
where n.nspname = any ($1::text[])
  and not exists (
    select from pg_catalog.pg_depend x
    where x.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and x.objid = p.oid and x.deptype in ('e', 'i')
  )
order by n.nspname, p.proname, parameter.type_names`,
};
