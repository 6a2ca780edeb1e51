import type { CatalogQuery } from "../catalog-query.js";
import type { ColumnRow } from "../postgresql-rows.js";
import { joinComment } from "./scope-conditions.js";

/**
 * The columns of tables and views and the fields of composite types (`pg_attribute`, https://www.postgresql.org/docs/current/catalog-pg-attribute.html;
 * `pg_attrdef`, https://www.postgresql.org/docs/current/catalog-pg-attrdef.html). Parameter: the relations.
 *
 * System columns have negative numbers; a dropped column keeps its row. A collation is given where it is not the type's own. Whether a view's column can
 * be written is what the server says (`information_schema.columns.is_updatable` is the same), triggers counted.
 */
export const columnsQuery: CatalogQuery<ColumnRow> = {
  name: "columns",
  sql: () => `select
  a.attrelid as relation, a.attnum as position, a.attname as name,
  a.atttypid as type, a.atttypmod as typmod, a.attndims as dimensions,
  pg_catalog.format_type(a.atttypid, a.atttypmod) as formatted,
  a.attnotnull as not_null, a.attidentity as identity, a.attgenerated as generated,
  pg_catalog.pg_get_expr(d.adbin, d.adrelid) as expression,
  case when a.attcollation <> t.typcollation
    then case when cn.nspname <> 'pg_catalog' then cn.nspname || '.' else '' end || co.collname
  end as collation,
  coalesce(co.collisdeterministic, true) as deterministic,
  c.relkind = 'v' and pg_catalog.pg_column_is_updatable(c.oid, a.attnum, true) as writable,
  a.attfdwoptions as options,
  comment.description as comment
from pg_catalog.unnest($1::pg_catalog.oid[]) relation (oid)
join pg_catalog.pg_attribute a on a.attrelid = relation.oid and a.attnum > 0 and not a.attisdropped
join pg_catalog.pg_class c on c.oid = a.attrelid
join pg_catalog.pg_type t on t.oid = a.atttypid
left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
left join pg_catalog.pg_collation co on co.oid = a.attcollation
left join pg_catalog.pg_namespace cn on cn.oid = co.collnamespace
${joinComment("pg_class", "a.attrelid", "a.attnum")}
order by a.attrelid, a.attnum`,
};
