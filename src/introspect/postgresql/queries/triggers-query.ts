import type { CatalogQuery } from "../catalog-query.js";
import type { TriggerRow } from "../postgresql-rows.js";
import { joinComment } from "./scope-conditions.js";

/**
 * Triggers of tables and views (`pg_trigger`, https://www.postgresql.org/docs/current/catalog-pg-trigger.html), without those that hold foreign keys.
 * Parameter: the relations.
 */
export const triggersQuery: CatalogQuery<TriggerRow> = {
  name: "triggers",
  sql: () => `select
  t.tgrelid::bigint as relation, t.tgname as name, t.tgtype, t.tgenabled, pg_catalog.pg_get_triggerdef(t.oid) as definition,
  comment.description as comment
from pg_catalog.unnest($1::pg_catalog.oid[]) relation (oid)
join pg_catalog.pg_trigger t on t.tgrelid = relation.oid and not t.tgisinternal
${joinComment("pg_trigger", "t.oid")}
order by t.tgrelid, t.tgname`,
};
