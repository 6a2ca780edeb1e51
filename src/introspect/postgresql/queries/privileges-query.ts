import type { CatalogQuery } from "../catalog-query.js";
import type { PrivilegeRow } from "../postgresql-rows.js";

/**
 * What the connecting role may not do with tables and views: those with which it may do everything have no row
 * (https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-ACCESS). Parameter: the relations.
 *
 * The server's own functions know of owners, superusers, roles within roles and grants to all; without USAGE on its schema a table is out of reach. Columns
 * are looked at one by one only where the whole table is not granted.
 */
export const privilegesQuery: CatalogQuery<PrivilegeRow> = {
  name: "privileges",
  sql: () => `select g.relation::bigint as relation, g.usage, ${kinds.map((kind) => `g.${kind}, ${columnsWith(kind)}`).join(", ")}, g.delete
from (
  select c.oid as relation, pg_catalog.has_schema_privilege(c.relnamespace, 'usage') as usage,
    ${[...kinds, "delete"].map((kind) => `pg_catalog.has_table_privilege(c.oid, '${kind}') as ${kind}`).join(",\n    ")}
  from pg_catalog.unnest($1::pg_catalog.oid[]) relation (oid)
  join pg_catalog.pg_class c on c.oid = relation.oid and c.relkind <> 'c'
) g
where not (g.usage and g.select and g.insert and g.update and g.delete)
order by g.relation`,
};

const kinds = ["select", "insert", "update"] as const;

/** The positions of the columns that are granted on their own. */
function columnsWith(kind: string): string {
  return `case when g.usage and not g.${kind} and pg_catalog.has_any_column_privilege(g.relation, '${kind}') then array(
    select a.attnum::int
    from pg_catalog.pg_attribute a
    where a.attrelid = g.relation and a.attnum > 0 and not a.attisdropped
      and pg_catalog.has_column_privilege(g.relation, a.attnum, '${kind}')
    order by a.attnum
  ) end as ${kind}_columns`;
}
