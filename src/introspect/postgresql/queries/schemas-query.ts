import type { CatalogQuery } from "../catalog-query.js";
import type { SchemaRow } from "../postgresql-rows.js";
import { isFreeOfExtensions, isUserSchema, joinComment } from "./scope-conditions.js";

/** Every schema of the user's, wanted or not (`pg_namespace`, https://www.postgresql.org/docs/current/catalog-pg-namespace.html). */
export const schemasQuery: CatalogQuery<SchemaRow> = {
  name: "schemas",
  sql: () => `select n.nspname as name, comment.description as comment
from pg_catalog.pg_namespace n
${joinComment("pg_namespace", "n.oid")}
where ${isUserSchema("n.nspname")} and ${isFreeOfExtensions("pg_namespace", "n.oid")}
order by n.nspname`,
};
