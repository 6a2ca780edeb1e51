import { foldAscii } from "../../lang/fold-ascii.js";
import type { SqliteConnection } from "./sqlite-connection.js";
import {
  columnsQuery,
  databasesQuery,
  foreignKeysQuery,
  indexesQuery,
  indexPartsQuery,
  quoteName,
  relationsQuery,
  schemaQuery,
} from "./sqlite-queries.js";
import type {
  ColumnRow,
  DatabaseRow,
  ForeignKeyRow,
  IndexPartRow,
  IndexRow,
  RelationRow,
  SchemaRow,
} from "./sqlite-rows.js";
import { readViewArms, type SqliteViewArm } from "./sqlite-view-arm.js";

/** The rows of a whole catalog, each with the table or view that it belongs to. */
export interface SqliteCatalog {
  readonly schemas: readonly string[];
  readonly relations: readonly SqliteRelation[];
}

/** The rows of one table or view. */
export interface SqliteRelation extends RelationRow {
  /** The statement that made it. */
  readonly sql: string;
  readonly columns: ColumnRow[];
  readonly indexes: SqliteIndex[];
  readonly foreignKeys: ForeignKeyRow[];
  readonly triggers: SchemaRow[];
  /** The SELECTs of a view; empty for tables, and for a view that cannot be read. */
  readonly arms: readonly SqliteViewArm[];
  /** Why a view or virtual table cannot be read; null where it can. */
  readonly failure: string | null;
}

export interface SqliteIndex extends IndexRow {
  /** Null for the indexes that SQLite makes for keys. */
  readonly sql: string | null;
  readonly parts: IndexPartRow[];
}

/** The names of the schemas there are, in code-point order. */
export function readSqliteSchemas(connection: SqliteConnection): readonly string[] {
  return connection.all<DatabaseRow>(databasesQuery).map((row) => row.name);
}

/** Reads everything in these schemas, by the same few statements for any number of tables. */
export function readSqliteCatalog(connection: SqliteConnection, schemas: readonly string[]): SqliteCatalog {
  const relationRows = connection.all<RelationRow>(relationsQuery, JSON.stringify(schemas));
  const schemaRows = connection.all<SchemaRow>(schemaQuery(schemas), ...schemas);
  const statements = new Map(schemaRows.map((row) => [`${row.type} ${row.schema}.${row.name}`, row.sql]));
  const relations = relationRows.map((row) => toRelation(connection, row, statements));
  const readable = relations.filter((relation) => relation.failure === null && relation.kind !== "shadow");
  readColumns(connection, readable);
  const tables = readable.filter((relation) => relation.kind === "table");
  readIndexes(connection, tables, statements);
  readForeignKeys(connection, tables);
  addTriggers(relations, schemaRows);
  return { schemas, relations };
}

function toRelation(
  connection: SqliteConnection,
  row: RelationRow,
  statements: ReadonlyMap<string, string | null>,
): SqliteRelation {
  const type = row.kind === "view" ? "view" : "table";
  const sql = statements.get(`${type} ${row.schema}.${row.name}`) ?? "";
  const relation = { ...row, sql, columns: [], indexes: [], foreignKeys: [], triggers: [], arms: [], failure: null };
  if (row.kind !== "view" && row.kind !== "virtual") return relation;
  try {
    // Preparing runs nothing: it only finds out whether names, functions and modules are there.
    connection.columns(`select * from ${quoteName(row.schema)}.${quoteName(row.name)}`);
    return row.kind === "view" ? { ...relation, arms: readViewArms(connection, sql) } : relation;
  } catch (error) {
    return { ...relation, failure: error instanceof Error ? error.message : String(error) };
  }
}

function readColumns(connection: SqliteConnection, relations: readonly SqliteRelation[]): void {
  for (const row of connection.all<ColumnRow>(columnsQuery, toNameList(relations))) {
    relations[row.relation]?.columns.push(row);
  }
}

function readIndexes(
  connection: SqliteConnection,
  tables: readonly SqliteRelation[],
  statements: ReadonlyMap<string, string | null>,
): void {
  const indexes: SqliteIndex[] = [];
  const names: (readonly [string, string])[] = [];
  for (const row of connection.all<IndexRow>(indexesQuery, toNameList(tables))) {
    const table = tables[row.relation];
    if (table === undefined) continue;
    const index = { ...row, sql: statements.get(`index ${table.schema}.${row.name}`) ?? null, parts: [] };
    table.indexes.push(index);
    indexes.push(index);
    names.push([table.schema, row.name]);
  }
  for (const row of connection.all<IndexPartRow>(indexPartsQuery, JSON.stringify(names))) {
    indexes[row.index]?.parts.push(row);
  }
}

function readForeignKeys(connection: SqliteConnection, tables: readonly SqliteRelation[]): void {
  for (const row of connection.all<ForeignKeyRow>(foreignKeysQuery, toNameList(tables))) {
    tables[row.relation]?.foreignKeys.push(row);
  }
}

function toNameList(relations: readonly SqliteRelation[]): string {
  return JSON.stringify(relations.map((relation) => [relation.schema, relation.name]));
}

function addTriggers(relations: readonly SqliteRelation[], rows: readonly SchemaRow[]): void {
  const byName = new Map(relations.map((relation) => [relationKey(relation.schema, relation.name), relation]));
  for (const row of rows) {
    if (row.type === "trigger") byName.get(relationKey(row.schema, row.relation))?.triggers.push(row);
  }
}

/** One text for a schema and a name, equal where SQLite takes them for the same. */
export function relationKey(schema: string, name: string): string {
  return foldAscii(`${schema}.${name}`);
}
