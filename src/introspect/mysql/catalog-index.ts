import { groupBy } from "../../lang/group-by.js";
import { remember } from "../../lang/remember.js";
import type { CatalogRows } from "./catalog-rows.js";
import { toLocalSql } from "./local-names.js";
import { toGrants, type Grants } from "./mysql-grants.js";
import type {
  CheckRow,
  ColumnRow,
  ForeignKeyColumnRow,
  ForeignKeyRow,
  IndexRow,
  ParameterRow,
  PartitionRow,
  RelationPlace,
  TriggerRow,
  ViewRow,
} from "./mysql-rows.js";
import type { MysqlServer } from "./mysql-server.js";
import { toSqlConstant, type SqlConstant } from "./sql-constant.js";
import { toSchemaName } from "./schema-names.js";

/** The rows of the catalog by what they belong to: made once, so that the translation of a table looks at its own rows only. */
export interface CatalogIndex {
  readonly server: MysqlServer;
  readonly grants: Grants;
  /** What a database is called in the model. */
  schemaName(database: string): string;
  /** SQL without the name of the connected database. */
  localSql(sql: string): string;
  /** What SQL of MariaDB is as a constant; null for an expression. */
  toConstant(sql: string): SqlConstant | null;
  /** The collation of a database's new tables. */
  collationOf(database: string): string | null;
  /** All of these by `placeKey`, columns and parts of indexes in order. */
  readonly columns: ReadonlyMap<string, readonly ColumnRow[]>;
  readonly indexes: ReadonlyMap<string, readonly IndexRow[]>;
  readonly foreignKeys: ReadonlyMap<string, readonly ForeignKeyRow[]>;
  readonly foreignKeyColumns: ReadonlyMap<string, readonly ForeignKeyColumnRow[]>;
  readonly checks: ReadonlyMap<string, readonly CheckRow[]>;
  readonly views: ReadonlyMap<string, ViewRow>;
  /** What keeps a view from being read, in the server's words. */
  readonly problems: ReadonlyMap<string, string>;
  readonly triggers: ReadonlyMap<string, readonly TriggerRow[]>;
  readonly partitions: ReadonlyMap<string, readonly PartitionRow[]>;
  /** By `routineKey`. */
  readonly parameters: ReadonlyMap<string, readonly ParameterRow[]>;
}

/** Groups the rows of the catalog. */
export function toCatalogIndex(rows: CatalogRows): CatalogIndex {
  const { server } = rows;
  const collations = new Map(rows.schemas.map((schema) => [schema.name, schema.collation]));
  return {
    server,
    grants: toGrants(rows.grants.map((row) => row.text)),
    schemaName: (database) => toSchemaName(database, server.database),
    toConstant: remember(toSqlConstant),
    localSql: (sql) => toLocalSql(sql, server.database),
    collationOf: (database) => collations.get(database) ?? null,
    columns: inOrder(groupBy(rows.columns, placeKey)),
    indexes: inOrder(groupBy(rows.indexes, placeKey)),
    foreignKeys: groupBy(rows.foreignKeys, placeKey),
    foreignKeyColumns: inOrder(groupBy(rows.foreignKeyColumns, placeKey)),
    checks: groupBy(rows.checks, placeKey),
    views: new Map(rows.views.map((row) => [placeKey(row), row])),
    problems: toProblems(rows),
    triggers: groupBy(rows.triggers, placeKey),
    partitions: groupBy(rows.partitions, placeKey),
    parameters: inOrder(groupBy(rows.parameters, (row) => routineKey(row.schema, row.routineType, row.routine))),
  };
}

/** The first error of each view says the most. */
function toProblems({ problems, tables }: CatalogRows): ReadonlyMap<string, string> {
  const errors = problems.filter((row) => row.level.toLowerCase() === "error").toReversed();
  const byName = new Map(errors.map((row) => [row.view, row.text]));
  return new Map(
    tables.flatMap((table) => {
      const text = byName.get(`${table.schema}.${table.table}`);
      return text === undefined ? [] : [[placeKey(table), text] as const];
    }),
  );
}

/** One text for a table's or view's place, different for every pair of names. */
export function placeKey({ schema, table }: RelationPlace): string {
  return `${schema}\0${table}`;
}

/** A function and a procedure may share a name. */
export function routineKey(schema: string, routineType: string, name: string): string {
  return `${schema}\0${routineType}\0${name}`;
}

function inOrder<Row extends { readonly position: number }>(
  groups: ReadonlyMap<string, readonly Row[]>,
): ReadonlyMap<string, readonly Row[]> {
  return new Map([...groups].map(([key, rows]) => [key, rows.toSorted((one, other) => one.position - other.position)]));
}
