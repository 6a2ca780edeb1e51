import type { CatalogQuery } from "./catalog-query.js";
import type {
  ColumnRow,
  ConstraintRow,
  EnumRow,
  IndexRow,
  MacroRow,
  SchemaRow,
  SequenceRow,
  TableRow,
  ViewRow,
} from "./duckdb-rows.js";

/** DuckDB's own functions tell its catalog: https://duckdb.org/docs/stable/sql/meta/duckdb_table_functions. Attached databases are not read. */
const here = "database_name = current_database() and not internal";

const schemas: CatalogQuery<SchemaRow & { readonly isDefault: boolean }> = {
  name: "schemas",
  sql: `select schema_name as "schema", comment, schema_name = current_schema() as "isDefault" from duckdb_schemas()
where database_name = current_database() and schema_name not in ('information_schema', 'pg_catalog') order by schema_name`,
};

const tables: CatalogQuery<TableRow> = {
  name: "tables",
  sql: `select schema_name as "schema", table_name as "name", comment, "sql" from duckdb_tables()
where ${here} and not "temporary" order by schema_name, table_name`,
};

const views: CatalogQuery<ViewRow> = {
  name: "views",
  sql: `select schema_name as "schema", view_name as "name", comment, "sql" from duckdb_views()
where ${here} and not "temporary" order by schema_name, view_name`,
};

const columns: CatalogQuery<ColumnRow> = {
  name: "columns",
  sql: `select schema_name as "schema", table_name as "table", column_name as "name", data_type as "type", is_nullable as "nullable",
column_default as "default", comment from duckdb_columns()
where ${here} order by schema_name, table_name, column_index`,
};

/** Not-null constraints are told by the columns. */
const constraints: CatalogQuery<ConstraintRow> = {
  name: "constraints",
  sql: `select schema_name as "schema", table_name as "table", constraint_type as "kind", constraint_name as "name",
constraint_column_names as "columns", expression, referenced_table as "target", referenced_column_names as "targetColumns"
from duckdb_constraints()
where database_name = current_database() and constraint_type in ('PRIMARY KEY', 'UNIQUE', 'FOREIGN KEY', 'CHECK')
order by schema_name, table_name, constraint_index`,
};

/** The parts of an index are one text that looks like a list. */
const indexes: CatalogQuery<IndexRow> = {
  name: "indexes",
  sql: `select schema_name as "schema", table_name as "table", index_name as "name", comment, is_unique as "unique",
cast(expressions as VARCHAR[]) as "parts" from duckdb_indexes()
where database_name = current_database() order by schema_name, table_name, index_name`,
};

const enums: CatalogQuery<EnumRow> = {
  name: "types",
  sql: `select schema_name as "schema", type_name as "name", labels as "values", comment from duckdb_types()
where ${here} and logical_type = 'ENUM' order by schema_name, type_name`,
};

const sequences: CatalogQuery<SequenceRow> = {
  name: "sequences",
  sql: `select schema_name as "schema", sequence_name as "name", comment, start_value as "start", increment_by as "increment",
min_value as "min", max_value as "max", "cycle" from duckdb_sequences()
where database_name = current_database() and not "temporary" order by schema_name, sequence_name`,
};

const macros: CatalogQuery<MacroRow> = {
  name: "macros",
  sql: `select schema_name as "schema", schema_name || '.' || function_name || '(' || array_to_string(parameters, ', ') || ')' as "signature"
from duckdb_functions() where ${here} and function_type in ('macro', 'table_macro') order by 2`,
};

/** One for each kind of thing, whatever their number. */
export const duckdbQueries = {
  schemas,
  tables,
  views,
  columns,
  constraints,
  indexes,
  enums,
  sequences,
  macros,
} as const;
