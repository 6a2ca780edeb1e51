import type { CatalogQuery } from "../catalog-query.js";
import type { CountsRow } from "../postgresql-rows.js";
import { isFreeOfExtensions } from "./scope-conditions.js";

/**
 * How many objects of each kind the schemas hold, counted by the server: what the model holds is compared with it. Parameter: the schemas. Neither the
 * functions nor the types that the server makes for a range count, nor the foreign keys that it makes for the partitions of a referenced table.
 */
export const countsQuery: CatalogQuery<CountsRow> = {
  name: "counts",
  sql: () => `with
schema as (select oid from pg_catalog.pg_namespace where nspname = any ($1::text[])),
relation as (
  select c.oid, c.relkind from pg_catalog.pg_class c
  where c.relnamespace in (select oid from schema) and ${isFreeOfExtensions("pg_class", "c.oid")}
),
storing as (select oid from relation where relkind in ('r', 'p', 'f', 'v', 'm')),
own_type as (
  select t.oid, t.typtype, t.typrelid from pg_catalog.pg_type t
  where t.typnamespace in (select oid from schema) and ${isFreeOfExtensions("pg_type", "t.oid")}
),
owned as (
  select con.contype from pg_catalog.pg_constraint con
  left join pg_catalog.pg_constraint parent on parent.oid = con.conparentid
  where (con.conrelid in (select oid from storing) or con.contypid in (select oid from own_type))
    and (parent.oid is null or parent.confrelid = con.confrelid)
)
select
  (select count(*) from relation where relkind in ('r', 'p', 'f'))::int as "tables",
  (select count(*) from relation where relkind = 'v')::int as "views",
  (select count(*) from relation where relkind = 'm')::int as "materializedViews",
  (
    select count(*) from pg_catalog.pg_attribute a
    where a.attrelid in (select oid from storing) and a.attnum > 0 and not a.attisdropped
  )::int as "columns",
  (select count(*) from owned where contype = 'p')::int as "primaryKeys",
  (select count(*) from owned where contype = 'u')::int as "uniqueKeys",
  (select count(*) from owned where contype = 'f')::int as "foreignKeys",
  (select count(*) from owned where contype = 'c')::int as "checks",
  (select count(*) from owned where contype = 'x')::int as "exclusions",
  (select count(*) from pg_catalog.pg_index i where i.indrelid in (select oid from storing))::int as "indexes",
  (select count(*) from own_type where typtype = 'e')::int as "enums",
  (select count(*) from own_type where typtype = 'd')::int as "domains",
  (select count(*) from relation where relkind = 'c')::int as "composites",
  (select count(*) from own_type where typtype = 'r')::int as "ranges",
  (select count(*) from relation where relkind = 'S')::int as "sequences",
  (
    select count(*) from pg_catalog.pg_proc p
    where p.pronamespace in (select oid from schema) and not exists (
      select from pg_catalog.pg_depend x
      where x.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and x.objid = p.oid and x.deptype in ('e', 'i')
    )
  )::int as "routines",
  (
    select count(*) from pg_catalog.pg_trigger t where t.tgrelid in (select oid from storing) and not t.tgisinternal
  )::int as "triggers",
  (select count(*) from pg_catalog.pg_policy p where p.polrelid in (select oid from storing))::int as "policies"`,
};
