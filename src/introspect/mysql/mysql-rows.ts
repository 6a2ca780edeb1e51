/** The rows that the catalog queries give. Names are those of information_schema's columns in camel case where one stands for a column as it is. */

export interface SessionRow {
  readonly version: string;
  /** Null where the connection names none. */
  readonly database: string | null;
  /** Those of `mysqlFeatures` that there are, with commas between them. */
  readonly features: string | null;
}

export interface SchemaRow {
  readonly name: string;
  readonly collation: string;
  readonly comment: string | null;
  /** The roles in force, as a list that SHOW GRANTS takes (MySQL 8); null for none. */
  readonly roles: string | null;
}

/** Where a row belongs. */
export interface RelationPlace {
  readonly schema: string;
  readonly table: string;
}

export interface TableRow extends RelationPlace {
  /** BASE TABLE, VIEW, SYSTEM VERSIONED, SEQUENCE. */
  readonly tableType: string;
  readonly engine: string | null;
  readonly collation: string | null;
  readonly createOptions: string | null;
  /** For a view: VIEW, or what is wrong with it. */
  readonly comment: string | null;
}

/** What describes a type, of a column, a parameter or a function's result. */
export interface TypeRow {
  /** `int`, lower case. */
  readonly dataType: string;
  /** `int(10) unsigned`. */
  readonly fullType: string;
  readonly characterLength: number | null;
  readonly numericPrecision: number | null;
  readonly numericScale: number | null;
  readonly datetimePrecision: number | null;
}

export interface ColumnRow extends RelationPlace, TypeRow {
  readonly name: string;
  /** From one on, as everywhere; rows come in any order. */
  readonly position: number;
  readonly default: string | null;
  /** YES or NO. */
  readonly isNullable: string;
  readonly collation: string | null;
  /** Words such as `auto_increment`, `on update CURRENT_TIMESTAMP`, `STORED GENERATED`, `INVISIBLE`. */
  readonly extra: string;
  /** What the connecting user may do with it: `select,insert,update,references`. */
  readonly privileges: string;
  readonly comment: string;
  readonly generation: string | null;
  /** ROW START or ROW END for a column of the system's period where the server says so. */
  readonly period: string | null;
}

export interface IndexRow extends RelationPlace {
  readonly nonUnique: number;
  readonly name: string;
  readonly position: number;
  /** Null for an expression. */
  readonly column: string | null;
  /** A ascending, D descending, null for neither. */
  readonly collation: string | null;
  readonly prefixLength: number | null;
  /** BTREE, HASH, FULLTEXT, SPATIAL. */
  readonly indexType: string;
  readonly comment: string;
  readonly expression: string | null;
  readonly ignored: string;
}

export interface ForeignKeyRow extends RelationPlace {
  readonly name: string;
  readonly updateRule: string;
  readonly deleteRule: string;
}

/** A column of a foreign key. */
export interface ForeignKeyColumnRow extends RelationPlace {
  readonly name: string;
  readonly position: number;
  readonly column: string;
  readonly referencedSchema: string;
  readonly referencedTable: string;
  readonly referencedColumn: string;
}

export interface CheckRow extends RelationPlace {
  readonly name: string;
  readonly clause: string;
  /** YES or NO. */
  readonly enforced: string;
}

export interface ViewRow extends RelationPlace {
  /** Empty or null where the user may not see it. */
  readonly definition: string | null;
  readonly checkOption: string;
  /** YES, NO, or empty for a broken one. */
  readonly isUpdatable: string;
  readonly securityType: string;
  readonly algorithm: string | null;
}

export interface TriggerRow extends RelationPlace {
  readonly name: string;
  readonly event: string;
  readonly timing: string;
  readonly statement: string | null;
}

export interface RoutineRow extends TypeRow {
  readonly schema: string;
  readonly name: string;
  /** FUNCTION, PROCEDURE, PACKAGE, … */
  readonly routineType: string;
  readonly language: string | null;
  readonly isDeterministic: string;
  readonly dataAccess: string;
  readonly comment: string;
}

export interface ParameterRow extends TypeRow {
  readonly schema: string;
  readonly routine: string;
  readonly routineType: string;
  readonly position: number;
  /** IN, OUT or INOUT. */
  readonly mode: string | null;
  readonly name: string | null;
}

export interface PartitionRow extends RelationPlace {
  readonly name: string;
  readonly subpartition: string | null;
  readonly method: string;
  readonly expression: string | null;
  readonly description: string | null;
  readonly submethod: string | null;
  readonly subexpression: string | null;
}

export interface EventRow {
  readonly schema: string;
  readonly name: string;
  readonly intervalValue: string | null;
  readonly intervalField: string | null;
  readonly executeAt: string | null;
  readonly status: string;
  readonly comment: string;
}

export interface SequenceRow {
  readonly schema: string;
  readonly name: string;
  readonly start: string;
  readonly increment: string;
  readonly min: string;
  readonly max: string;
  readonly cache: string;
  readonly cycle: number;
}

/** One line of CHECK TABLE's answer. */
export interface ProblemRow {
  /** `database.view`, without quotes. */
  readonly view: string;
  readonly operation: string;
  /** status, note, warning or error. */
  readonly level: string;
  readonly text: string;
}

/** One line of SHOW GRANTS. */
export interface GrantRow {
  readonly text: string;
}
