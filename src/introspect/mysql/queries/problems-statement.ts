import { quoteName, type CatalogStatement } from "../catalog-query.js";
import type { ProblemRow, RelationPlace } from "../mysql-rows.js";

/**
 * Asks for what keeps views from being read: information_schema knows nothing of a definer who is gone or has lost rights. It changes nothing, and ends a
 * transaction (https://dev.mysql.com/doc/refman/8.4/en/check-table.html).
 */
export function toProblemsStatement(views: readonly RelationPlace[]): CatalogStatement<ProblemRow> {
  const names = views.map(({ schema, table }) => `${quoteName(schema)}.${quoteName(table)}`);
  return {
    name: "problems of views",
    sql: `CHECK TABLE ${names.join(", ")}`,
    columns: ["view", "operation", "level", "text"],
  };
}
