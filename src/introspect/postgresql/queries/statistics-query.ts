import type { CatalogQuery } from "../catalog-query.js";
import type { StatisticsRow } from "../postgresql-rows.js";
import { isFreeOfExtensions } from "./scope-conditions.js";

/** Extended statistics (`pg_statistic_ext`, https://www.postgresql.org/docs/current/catalog-pg-statistic-ext.html). Parameter: the relations. */
export const statisticsQuery: CatalogQuery<StatisticsRow> = {
  name: "statistics",
  sql: () => `select s.stxrelid::bigint as relation, pg_catalog.pg_get_statisticsobjdef(s.oid) as definition
from pg_catalog.unnest($1::pg_catalog.oid[]) relation (oid)
join pg_catalog.pg_statistic_ext s on s.stxrelid = relation.oid
where ${isFreeOfExtensions("pg_statistic_ext", "s.oid")}
order by s.stxrelid, s.stxname, definition`,
};
