/** The schemas (https://sqlite.org/pragma.html#pragma_database_list). `temp` is left out: it dies with the connection. */
export const databasesQuery = `select name from pragma_database_list where name <> 'temp' order by name`;

/**
 * Tables and views (https://sqlite.org/pragma.html#pragma_table_list). SQLite keeps names that start with sqlite_ for itself (sqlite_schema,
 * sqlite_sequence, sqlite_stat1…: https://sqlite.org/fileformat2.html#intschema).
 */
export const relationsQuery = `
  select schema, name, type as kind, wr as withoutRowid, strict
  from pragma_table_list
  where schema in (select value from json_each(?)) and name not like 'sqlite\\_%' escape '\\'
  order by schema, name`;

/** The statements that made everything (https://sqlite.org/schematab.html), in one query; takes the schemas again as its parameters. */
export function schemaQuery(schemas: readonly string[]): string {
  const selects = schemas.map(
    (schema) => `select ? as schema, type, name, tbl_name as relation, sql from ${quoteName(schema)}.sqlite_schema`,
  );
  return `${selects.join(" union all ")} order by schema, type, name`;
}

/**
 * Columns (https://sqlite.org/pragma.html#pragma_table_xinfo) of the tables and views in a JSON array of `[schema, name]`. Not joined to
 * pragma_table_list, for one view that cannot be prepared would make the whole query fail.
 */
export const columnsQuery = `
  select j.key as relation, x.name, x.type, x."notnull" as "notNull", x.dflt_value as defaultText, x.pk as keyPlace, x.hidden
  from json_each(?) j join pragma_table_xinfo(j.value ->> 1, j.value ->> 0) x
  order by j.key, x.cid`;

/** Indexes (https://sqlite.org/pragma.html#pragma_index_list) of the tables in a JSON array of `[schema, name]`. */
export const indexesQuery = `
  select j.key as relation, x.name, x."unique", x.origin, x.partial
  from json_each(?) j join pragma_index_list(j.value ->> 1, j.value ->> 0) x
  order by j.key, x.name`;

/** Key columns of indexes (https://sqlite.org/pragma.html#pragma_index_xinfo); the others (key = 0) only lead back to the row. */
export const indexPartsQuery = `
  select j.key as "index", x.name, x."desc" as descending, x.coll as collation
  from json_each(?) j join pragma_index_xinfo(j.value ->> 1, j.value ->> 0) x
  where x.key = 1
  order by j.key, x.seqno`;

/** Foreign keys (https://sqlite.org/pragma.html#pragma_foreign_key_list), a row for each column; `match` is always NONE. */
export const foreignKeysQuery = `
  select j.key as relation, x.id, x."table" as referencedTable, x."from" as "column", x."to" as referencedColumn,
    x.on_update as onUpdate, x.on_delete as onDelete
  from json_each(?) j join pragma_foreign_key_list(j.value ->> 1, j.value ->> 0) x
  order by j.key, x.id desc, x.seq`;

/** A name as an SQL identifier. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
