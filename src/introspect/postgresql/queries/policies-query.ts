import type { CatalogQuery } from "../catalog-query.js";
import type { PolicyRow } from "../postgresql-rows.js";

/**
 * Row-level security policies (`pg_policy`, https://www.postgresql.org/docs/current/catalog-pg-policy.html). Parameter: the relations.
 *
 * Role 0 is `public`. Names come from `pg_roles`, which every role may read; `pg_authid` only superusers may.
 */
export const policiesQuery: CatalogQuery<PolicyRow> = {
  name: "policies",
  sql: () => `select
  p.polrelid::bigint as relation, p.polname as name, p.polcmd, p.polpermissive as permissive,
  case when p.polroles = '{0}' then array['public'] else array(
    select r.rolname::text from pg_catalog.pg_roles r where r.oid = any (p.polroles) order by r.rolname
  ) end as roles,
  pg_catalog.pg_get_expr(p.polqual, p.polrelid) as using,
  pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) as check
from pg_catalog.unnest($1::pg_catalog.oid[]) relation (oid)
join pg_catalog.pg_policy p on p.polrelid = relation.oid
order by p.polrelid, p.polname`,
};
