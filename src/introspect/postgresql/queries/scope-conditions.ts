/**
 * The schemas that are somebody's own. Names that start with `pg_` are the server's: its catalog, its TOAST tables and every session's temporary
 * tables (https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-CATALOG).
 */
export function isUserSchema(schemaName: string): string {
  return `(${schemaName} !~ '^pg_' and ${schemaName} <> 'information_schema')`;
}

/**
 * Objects that `create extension` made are the extension's, and no part of the schema
 * (`pg_depend`, deptype e, https://www.postgresql.org/docs/current/catalog-pg-depend.html).
 */
export function isFreeOfExtensions(catalog: string, oid: string): string {
  return `not exists (
    select from pg_catalog.pg_depend x
    where x.classid = 'pg_catalog.${catalog}'::pg_catalog.regclass and x.objid = ${oid} and x.deptype = 'e'
  )`;
}

/** The comment of an object (`pg_description`, https://www.postgresql.org/docs/current/catalog-pg-description.html), joined as `comment`. */
export function joinComment(catalog: string, oid: string, position = "0"): string {
  return `left join pg_catalog.pg_description comment
    on comment.objoid = ${oid} and comment.classoid = 'pg_catalog.${catalog}'::pg_catalog.regclass
    and comment.objsubid = ${position}`;
}
