import type { ColumnRef } from "./column-ref.js";
import type { ColumnType } from "./column-type.js";
import type { DefaultValue } from "./default-value.js";
import type { QualifiedName } from "./qualified-name.js";
import type { CheckModel, EngineExtra, TableModel, ViewModel } from "./table-model.js";

/** The version of the model's form: it changes when a reader of an older one would be misled. */
export const modelVersion = 1;

/**
 * What a database holds, as plain JSON-safe data: flat lists in code-point order of schema and name, related by name. It never holds a clock, a host,
 * a user, a path, a server's patch level or a connection string, so that the same catalog gives the same model everywhere.
 */
export interface DatabaseModel {
  readonly modelVersion: typeof modelVersion;
  /** The dialect that reads and talks to it: `sqlite`, `postgresql`, … */
  readonly engine: string;
  /** The schema whose objects stand directly on the database object: `public`, `main`, … */
  readonly defaultSchema: string;
  readonly schemas: readonly SchemaModel[];
  readonly tables: readonly TableModel[];
  readonly views: readonly ViewModel[];
  readonly enums: readonly EnumModel[];
  readonly domains: readonly DomainModel[];
  readonly composites: readonly CompositeModel[];
  readonly ranges: readonly RangeModel[];
  readonly sequences: readonly SequenceModel[];
  readonly routines: readonly RoutineModel[];
  /** Jobs that the server runs by itself (MySQL); absent where there are none. */
  readonly events?: readonly EventModel[];
  readonly extra: EngineExtra;
}

export interface SchemaModel {
  readonly name: string;
  readonly comment: string | null;
}

export interface EnumModel extends QualifiedName {
  /** In sort order. */
  readonly values: readonly string[];
  readonly comment: string | null;
}

export interface DomainModel extends QualifiedName {
  readonly type: ColumnType;
  readonly databaseType: string;
  readonly nullable: boolean;
  readonly default: DefaultValue;
  /** `oneOf.column` is `VALUE`. */
  readonly checks: readonly CheckModel[];
  readonly collation: string | null;
  readonly comment: string | null;
}

/** A stand-alone composite type; the row types of tables are not listed. */
export interface CompositeModel extends QualifiedName {
  readonly fields: readonly CompositeField[];
  readonly comment: string | null;
}

export interface CompositeField {
  readonly name: string;
  readonly type: ColumnType;
  readonly databaseType: string;
}

/** A range type made by a user; built-in ones appear only as column types. */
export interface RangeModel extends QualifiedName {
  readonly element: ColumnType;
  readonly databaseType: string;
  /** The name of its multirange type; null before PostgreSQL 14. */
  readonly multirange: QualifiedName | null;
  readonly comment: string | null;
}

/** Numbers are texts: they can exceed what a JSON number holds. */
export interface SequenceModel extends QualifiedName {
  readonly databaseType: string;
  readonly start: string;
  readonly increment: string;
  readonly min: string;
  readonly max: string;
  readonly cache: string;
  readonly cycle: boolean;
  /** The column that owns it (serial, identity); null for a free one. */
  readonly ownedBy: ColumnRef | null;
  readonly comment: string | null;
}

export interface RoutineModel extends QualifiedName {
  readonly kind: "function" | "procedure" | "aggregate" | "window";
  /** Tells overloads apart: the argument types, as the catalog prints them. */
  readonly signature: string;
  readonly language: string;
  readonly parameters: readonly ParameterModel[];
  /** Null for a procedure. */
  readonly returns: RoutineReturn | null;
  readonly volatility: "immutable" | "stable" | "volatile" | null;
  readonly comment: string | null;
  /** False where the connecting role may not call it; absent otherwise. */
  readonly executable?: boolean;
}

/** A scheduled job; what it runs is not kept. */
export interface EventModel extends QualifiedName {
  /** `every 1 day`, or the time of a single run, as the catalog has it. */
  readonly schedule: string;
  readonly enabled: boolean;
  readonly comment: string | null;
}

export interface ParameterModel {
  /** Null for an unnamed one. */
  readonly name: string | null;
  readonly mode: "in" | "out" | "inout" | "variadic" | "table";
  readonly type: ColumnType;
  readonly databaseType: string;
  readonly hasDefault: boolean;
}

export interface RoutineReturn {
  readonly type: ColumnType;
  readonly databaseType: string;
  /** Whether it gives a set of rows. */
  readonly set: boolean;
}
