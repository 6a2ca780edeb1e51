import type { CatalogStatement } from "../catalog-query.js";
import type { GrantRow } from "../mysql-rows.js";

/**
 * What the connecting user may do: the views of information_schema show no rights on routines, and not what roles grant. `roles` are those in force on MySQL 8,
 * as a list (https://dev.mysql.com/doc/refman/8.4/en/show-grants.html); MariaDB counts them in.
 */
export function toGrantsStatement(roles: string | null): CatalogStatement<GrantRow> {
  const using = roles === null ? "" : ` FOR CURRENT_USER() USING ${roles}`;
  return { name: "privileges", sql: `SHOW GRANTS${using}`, columns: ["text"] };
}
