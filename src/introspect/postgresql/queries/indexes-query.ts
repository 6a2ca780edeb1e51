import { isAtLeast, type CatalogQuery } from "../catalog-query.js";
import type { IndexRow } from "../postgresql-rows.js";
import { joinComment } from "./scope-conditions.js";

/**
 * Indexes of tables and of materialized views, those that serve a constraint included
 * (`pg_index`, https://www.postgresql.org/docs/current/catalog-pg-index.html; `pg_opclass`, https://www.postgresql.org/docs/current/catalog-pg-opclass.html).
 * Parameter: the relations.
 *
 * Texts of parts are gathered only where there is an expression, an operator class that is not the default, or a collation that is not the column's
 * (100 is the database's own, which an expression has by itself): nearly no index has one.
 */
export const indexesQuery: CatalogQuery<IndexRow> = {
  name: "indexes",
  sql: (version) => `select
  i.indexrelid as oid, i.indrelid as relation, c.relname as name, i.indisunique as unique, am.amname as method,
  i.indisvalid as valid, ${isAtLeast(version, 15) ? "i.indnullsnotdistinct" : "false"} as nulls_not_distinct,
  i.indisclustered as clustered, i.indisreplident as replica_identity,
  i.indnkeyatts as key_length, i.indkey::text as columns, i.indoption::text as options,
  case when i.indexprs is not null then array(
    select case when k.attnum = 0 then pg_catalog.pg_get_indexdef(i.indexrelid, k.place::int, false) end
    from pg_catalog.unnest(i.indkey) with ordinality k (attnum, place)
    order by k.place
  ) end as expressions,
  odd.places as odd_places, odd.operator_classes, odd.collations,
  pg_catalog.pg_get_expr(i.indpred, i.indrelid) as predicate,
  c.reloptions, s.spcname as tablespace,
  comment.description as comment
from pg_catalog.unnest($1::pg_catalog.oid[]) relation (oid)
join pg_catalog.pg_index i on i.indrelid = relation.oid
join pg_catalog.pg_class c on c.oid = i.indexrelid
join pg_catalog.pg_am am on am.oid = c.relam
left join pg_catalog.pg_tablespace s on s.oid = c.reltablespace
left join (
  select
    k.indexrelid,
    pg_catalog.array_agg(k.place::int) as places,
    pg_catalog.array_agg(case when not o.opcdefault then o.opcname::text end) as operator_classes,
    pg_catalog.array_agg(
      case when cn.nspname <> 'pg_catalog' then cn.nspname || '.' else '' end || co.collname
    ) as collations
  from (
    select i.indexrelid, i.indrelid, place, i.indclass[place - 1] as opclass, i.indcollation[place - 1] as coll,
      i.indkey[place - 1] as attnum
    from pg_catalog.pg_index i, pg_catalog.generate_series(1, i.indnkeyatts) place
  ) k
  join pg_catalog.pg_opclass o on o.oid = k.opclass
  left join pg_catalog.pg_attribute a on a.attrelid = k.indrelid and a.attnum = k.attnum and k.attnum > 0
  left join pg_catalog.pg_collation co on co.oid = k.coll and co.oid <> coalesce(a.attcollation, 100)
  left join pg_catalog.pg_namespace cn on cn.oid = co.collnamespace
  where not o.opcdefault or co.oid is not null
  group by k.indexrelid
) odd on odd.indexrelid = i.indexrelid
${joinComment("pg_class", "i.indexrelid")}
order by i.indrelid, c.relname`,
};
