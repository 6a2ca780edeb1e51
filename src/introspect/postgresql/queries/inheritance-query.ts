import type { CatalogQuery } from "../catalog-query.js";
import type { InheritanceRow } from "../postgresql-rows.js";

/**
 * Partitions with their bounds, and children of plain inheritance in the order that they name their parents
 * (`pg_inherits`, https://www.postgresql.org/docs/current/catalog-pg-inherits.html). Indexes inherit too, and are left out.
 */
export const inheritanceQuery: CatalogQuery<InheritanceRow> = {
  name: "partitions and inheritance",
  sql: () => `select
  i.inhrelid::bigint as child, cn.nspname as child_schema, c.relname as child_name,
  i.inhparent::bigint as parent, pn.nspname as parent_schema, p.relname as parent_name,
  case when c.relispartition then pg_catalog.pg_get_expr(c.relpartbound, c.oid) end as bound
from pg_catalog.pg_inherits i
join pg_catalog.pg_class c on c.oid = i.inhrelid and c.relkind in ('r', 'p', 'f')
join pg_catalog.pg_namespace cn on cn.oid = c.relnamespace
join pg_catalog.pg_class p on p.oid = i.inhparent
join pg_catalog.pg_namespace pn on pn.oid = p.relnamespace
order by i.inhrelid, i.inhseqno`,
};
