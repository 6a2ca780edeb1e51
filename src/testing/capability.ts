/** What engines may have or lack, each with what it stands for. A case belongs to one of them. */
export const capabilities = {
  tables: "tables, their columns and keys",
  quotedNames: "names of any characters",
  emptyTables: "tables without columns",
  temporaryTables: "temporary and system tables",
  schemas: "several schemas",
  roles: "roles with fewer privileges",
  privileges: "privileges of columns, and row policies",
  views: "views",
  viewNullability: "nullability of views, proved",
  updatableViews: "views that can be written",
  materializedViews: "materialized views",
  routines: "functions and procedures",
  tableFunctions: "functions that give rows",
  packages: "packages of routines",
  synonyms: "synonyms",
  triggers: "triggers",
  sequences: "sequences",
  partitions: "partitioned tables",
  systemVersioning: "system-versioned tables",
  types: "the engine's own types",
  unknownTypes: "types that are not known",
  integers64: "64-bit integers",
  enums: "enums",
  domains: "domains",
  structuredTypes: "arrays, ranges, composites",
  identity: "columns that number themselves",
  generatedColumns: "generated columns",
  defaults: "defaults",
  hiddenColumns: "hidden columns",
  collations: "collations",
  comments: "comments",
  foreignKeys: "foreign keys",
  uniqueness: "unique keys beyond the plain ones",
  checks: "checks",
  indexes: "indexes beyond the plain ones",
  indexOptions: "methods and parameters of indexes",
  catalog: "reading the catalog",
  timeouts: "statements that are cut off",
  logins: "ways to log in",
  crud: "inserting, updating, deleting",
  queries: "filters, orders, pages",
  relations: "relations",
  transactions: "transactions and savepoints",
  concurrency: "connections side by side",
  errors: "errors with constraint names",
  foreignKeyNames: "errors that name the foreign key",
  weakIsolation: "isolation below serializable",
  infinity: "infinite floats",
  notANumber: "floats that are no numbers",
  negativeZero: "the float -0",
  earlyDates: "times before the year 1",
  exactDecimals: "decimals of more than 15 digits",
  streams: "streams",
  rawSql: "raw SQL",
  emitter: "the emitter, without a database",
  suite: "the suite itself",
} as const;

export type Capability = keyof typeof capabilities;

/** A capability that a dialect lacks, and why. */
export interface Off {
  readonly off: string;
}

/** The capabilities that need no engine: no dialect states them. */
export type EngineCapability = Exclude<Capability, "emitter" | "suite">;
