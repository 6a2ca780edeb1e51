import { namesOf, toSelectList, type CatalogStatement, type SelectList } from "../catalog-query.js";
import type { SessionRow } from "../mysql-rows.js";
import { mysqlFeatures } from "../mysql-server.js";

const tables = toTexts(mysqlFeatures.map((feature) => feature.split(".")[0] ?? ""));
const columns = toTexts(mysqlFeatures.map((feature) => feature.split(".")[1] ?? ""));

const sessionColumns: SelectList<SessionRow> = {
  version: "VERSION()",
  database: "DATABASE()",
  features:
    "(SELECT GROUP_CONCAT(CONCAT(TABLE_NAME, '.', COLUMN_NAME)) FROM information_schema.COLUMNS" +
    ` WHERE TABLE_SCHEMA = 'information_schema' AND TABLE_NAME IN (${tables}) AND COLUMN_NAME IN (${columns}))`,
};

/** What the server is, and which columns its information_schema has: every version understands it. */
export const sessionStatement: CatalogStatement<SessionRow> = {
  name: "settings",
  sql: `SELECT ${toSelectList(sessionColumns)}`,
  columns: namesOf(sessionColumns),
};

function toTexts(names: readonly string[]): string {
  return [...new Set(names)].map((name) => `'${name}'`).join(", ");
}
