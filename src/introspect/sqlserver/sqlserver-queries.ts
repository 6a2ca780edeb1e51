import type { CatalogQuery } from "./catalog-query.js";
import type {
  CheckRow,
  ColumnRow,
  ForeignKeyRow,
  IndexRow,
  RelationRow,
  SchemaRow,
  SessionRow,
} from "./sqlserver-rows.js";

/** https://learn.microsoft.com/en-us/sql/t-sql/functions/databasepropertyex-transact-sql. */
const session: CatalogQuery<SessionRow> = {
  name: "settings",
  sql: () => `SELECT CAST(DATABASEPROPERTYEX(DB_NAME(), 'Collation') AS nvarchar(128)) AS "collation"`,
};

/** https://learn.microsoft.com/en-us/sql/relational-databases/system-catalog-views/schemas-catalog-views-sys-schemas. */
const schemas: CatalogQuery<SchemaRow> = {
  name: "schemas",
  sql: () => `SELECT s.schema_id AS "schemaId", s.name AS "name" FROM sys.schemas s
WHERE s.name NOT IN ('sys', 'INFORMATION_SCHEMA', 'guest') AND (s.name NOT LIKE 'db[_]%' OR s.schema_id < 16384 OR s.schema_id > 16399)`,
};

/** https://learn.microsoft.com/en-us/sql/relational-databases/system-catalog-views/sys-objects-transact-sql. */
const relations: CatalogQuery<RelationRow> = {
  name: "tables and views",
  sql: (
    ids,
  ) => `SELECT o.object_id AS "id", s.name AS "schema", o.name AS "name", o.type AS "type", m.definition AS "definition"
FROM sys.objects o
JOIN sys.schemas s ON s.schema_id = o.schema_id
LEFT JOIN sys.sql_modules m ON m.object_id = o.object_id
WHERE o.type IN ('U', 'V') AND o.is_ms_shipped = 0 AND o.schema_id IN (${ids})`,
};

/** https://learn.microsoft.com/en-us/sql/relational-databases/system-catalog-views/sys-columns-transact-sql, and sys-types, sys-default-constraints, sys-computed-columns there. */
const columns: CatalogQuery<ColumnRow> = {
  name: "columns",
  sql: (ids) => `SELECT c.object_id AS "relation", c.column_id AS "position", c.name AS "name",
  ts.name AS "typeSchema", t.name AS "type", b.name AS "baseType",
  c.max_length AS "maxLength", c.precision AS "precision", c.scale AS "scale", c.collation_name AS "collation",
  c.is_nullable AS "nullable", c.is_identity AS "identity", c.default_object_id AS "defaultId", d.definition AS "default",
  c.is_computed AS "computed", k.definition AS "computedText", k.is_persisted AS "persisted"
FROM sys.columns c
JOIN sys.objects o ON o.object_id = c.object_id
JOIN sys.types t ON t.user_type_id = c.user_type_id
LEFT JOIN sys.schemas ts ON ts.schema_id = t.schema_id
LEFT JOIN sys.types b ON b.user_type_id = t.system_type_id AND b.system_type_id = b.user_type_id
LEFT JOIN sys.default_constraints d ON d.object_id = c.default_object_id
LEFT JOIN sys.computed_columns k ON k.object_id = c.object_id AND k.column_id = c.column_id
WHERE o.type IN ('U', 'V') AND o.is_ms_shipped = 0 AND o.schema_id IN (${ids})`,
};

/** https://learn.microsoft.com/en-us/sql/relational-databases/system-catalog-views/sys-indexes-transact-sql and sys-index-columns-transact-sql there. */
const indexes: CatalogQuery<IndexRow> = {
  name: "indexes",
  sql: (ids) => `SELECT i.object_id AS "relation", i.index_id AS "indexId", i.name AS "name", i.type_desc AS "method",
  i.is_unique AS "unique", i.is_primary_key AS "primary", i.is_unique_constraint AS "uniqueConstraint", i.is_disabled AS "disabled",
  i.filter_definition AS "filter", c.column_id AS "column", c.key_ordinal AS "keyOrdinal", c.is_descending_key AS "descending",
  c.is_included_column AS "included", c.index_column_id AS "position"
FROM sys.indexes i
JOIN sys.objects o ON o.object_id = i.object_id
JOIN sys.index_columns c ON c.object_id = i.object_id AND c.index_id = i.index_id
WHERE i.type > 0 AND i.is_hypothetical = 0 AND (c.key_ordinal > 0 OR c.is_included_column = 1 OR c.partition_ordinal = 0)
  AND o.type IN ('U', 'V') AND o.is_ms_shipped = 0 AND o.schema_id IN (${ids})`,
};

/** https://learn.microsoft.com/en-us/sql/relational-databases/system-catalog-views/sys-foreign-keys-transact-sql and sys-foreign-key-columns-transact-sql there. */
const foreignKeys: CatalogQuery<ForeignKeyRow> = {
  name: "foreign keys",
  sql: (
    ids,
  ) => `SELECT f.object_id AS "id", f.parent_object_id AS "relation", f.name AS "name", p.constraint_column_id AS "position",
  p.parent_column_id AS "column", f.referenced_object_id AS "target", c.name AS "targetColumn", s.name AS "targetSchema",
  o.name AS "targetName", f.is_disabled AS "disabled", f.is_not_trusted AS "notTrusted",
  f.delete_referential_action AS "onDelete", f.update_referential_action AS "onUpdate"
FROM sys.foreign_keys f
JOIN sys.foreign_key_columns p ON p.constraint_object_id = f.object_id
LEFT JOIN sys.objects o ON o.object_id = f.referenced_object_id
LEFT JOIN sys.schemas s ON s.schema_id = o.schema_id
LEFT JOIN sys.columns c ON c.object_id = p.referenced_object_id AND c.column_id = p.referenced_column_id
WHERE f.schema_id IN (${ids})`,
};

/** https://learn.microsoft.com/en-us/sql/relational-databases/system-catalog-views/sys-check-constraints-transact-sql. */
const checks: CatalogQuery<CheckRow> = {
  name: "checks",
  sql: (ids) => `SELECT k.parent_object_id AS "relation", k.name AS "name", k.definition AS "definition",
  k.is_disabled AS "disabled", k.is_not_trusted AS "notTrusted"
FROM sys.check_constraints k WHERE k.schema_id IN (${ids})`,
};

/** Every question that is put to the catalog, each once, whatever the number of tables. */
export const sqlserverQueries = { session, schemas, relations, columns, indexes, foreignKeys, checks } as const;
