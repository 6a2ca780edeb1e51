import type { CatalogQuery } from "../catalog-query.js";
import type { RuleRow } from "../postgresql-rows.js";

/**
 * The queries of views as the server analysed them, and the rules of tables and views
 * (`pg_rewrite`, https://www.postgresql.org/docs/current/catalog-pg-rewrite.html). Parameter: the relations.
 *
 * A view's own rule has type 1 (SELECT). Of the others the tree is wanted only where a rule takes the place of a write to a view.
 */
export const rulesQuery: CatalogQuery<RuleRow> = {
  name: "rules",
  sql: () => `select
  r.ev_class::bigint as relation, r.rulename as name, r.ev_type as event, r.is_instead as instead,
  case when r.ev_type = '1' or r.is_instead and c.relkind = 'v' then r.ev_action::text end as tree,
  case when r.ev_type <> '1' then pg_catalog.pg_get_ruledef(r.oid) end as definition
from pg_catalog.unnest($1::pg_catalog.oid[]) relation (oid)
join pg_catalog.pg_rewrite r on r.ev_class = relation.oid
join pg_catalog.pg_class c on c.oid = r.ev_class
order by r.ev_class, r.rulename`,
};
