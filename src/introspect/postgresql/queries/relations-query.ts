import type { CatalogQuery } from "../catalog-query.js";
import type { RelationRow } from "../postgresql-rows.js";
import { isFreeOfExtensions, isUserSchema, joinComment } from "./scope-conditions.js";

/**
 * Tables, views and composite types (`pg_class`, https://www.postgresql.org/docs/current/catalog-pg-class.html). Parameter: the schemas.
 * Partitions are tables here, marked by their kind: whether they get code of their own is the plan's to say.
 *
 * Composite types of other schemas are given too, as columns may be of them. The other queries take the oids of these rows, so that what belongs to the
 * model is decided here alone.
 */
export const relationsQuery: CatalogQuery<RelationRow> = {
  name: "tables and views",
  sql: () => `select
  c.oid, n.nspname as schema, c.relname as name, c.relkind, c.relispartition, c.relpersistence,
  c.relrowsecurity, c.relforcerowsecurity, c.reloptions, s.spcname as tablespace,
  fs.srvname as server, fw.fdwname as wrapper, ft.ftoptions as options,
  case when c.relkind = 'p' then pg_catalog.pg_get_partkeydef(c.oid) end as partition_key,
  case when c.relkind in ('v', 'm') then pg_catalog.pg_get_viewdef(c.oid) end as definition,
  case when c.relkind = 'v' then pg_catalog.pg_relation_is_updatable(c.oid, true) else 0 end as updatable,
  comment.description as comment
from pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
left join pg_catalog.pg_tablespace s on s.oid = c.reltablespace
left join pg_catalog.pg_foreign_table ft on ft.ftrelid = c.oid
left join pg_catalog.pg_foreign_server fs on fs.oid = ft.ftserver
left join pg_catalog.pg_foreign_data_wrapper fw on fw.oid = fs.srvfdw
${joinComment("pg_class", "c.oid")}
where c.relkind in ('r', 'p', 'f', 'v', 'm', 'c')
  and (n.nspname = any ($1::text[]) or c.relkind = 'c' and ${isUserSchema("n.nspname")})
  and ${isFreeOfExtensions("pg_class", "c.oid")}
order by n.nspname, c.relname`,
};
