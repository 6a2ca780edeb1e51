/** What the generated code of a PostgreSQL database imports. */
export * from "./index.js";
export * from "../../codec/postgresql/postgresql-codecs.js";
export { openPostgresql } from "../../driver/open-postgresql.js";
export type { PostgresqlOptions } from "../../driver/postgresql-options.js";
