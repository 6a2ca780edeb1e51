import type { CatalogQuery } from "../catalog-query.js";
import type { SequenceRow } from "../postgresql-rows.js";
import { isFreeOfExtensions, joinComment } from "./scope-conditions.js";

/**
 * Sequences and the columns that own them (`pg_sequence`, https://www.postgresql.org/docs/current/catalog-pg-sequence.html; `pg_depend`, deptype a for
 * OWNED BY and i for identity, https://www.postgresql.org/docs/current/catalog-pg-depend.html). Parameters: the schemas, the relations.
 *
 * The sequence of an identity column is wanted with its table, in whatever schema it is.
 */
export const sequencesQuery: CatalogQuery<SequenceRow> = {
  name: "sequences",
  sql: () => `select
  n.nspname as schema, c.relname as name, pg_catalog.format_type(s.seqtypid, null) as type,
  s.seqstart::text as start, s.seqincrement::text as increment, s.seqmin::text as min, s.seqmax::text as max,
  s.seqcache::text as cache, s.seqcycle as cycle,
  d.deptype as owned, coalesce(d.refobjid, 0) as owner, coalesce(d.refobjsubid, 0) as owner_position,
  rn.nspname as owner_schema, rc.relname as owner_table, a.attname as owner_column,
  comment.description as comment
from pg_catalog.pg_sequence s
join pg_catalog.pg_class c on c.oid = s.seqrelid
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
left join pg_catalog.pg_depend d
  on d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid and d.objsubid = 0
  and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjsubid > 0 and d.deptype in ('a', 'i')
left join pg_catalog.pg_class rc on rc.oid = d.refobjid
left join pg_catalog.pg_namespace rn on rn.oid = rc.relnamespace
left join pg_catalog.pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
left join pg_catalog.unnest($2::pg_catalog.oid[]) relation (oid) on relation.oid = d.refobjid
${joinComment("pg_class", "c.oid")}
where (relation.oid is not null or n.nspname = any ($1::text[]))
  and ${isFreeOfExtensions("pg_class", "c.oid")}
order by n.nspname, c.relname`,
};
