import type { ColumnRef } from "./column-ref.js";
import type { ColumnType } from "./column-type.js";
import type { DefaultValue } from "./default-value.js";
import type { QualifiedName } from "./qualified-name.js";

/** A base table, or what an engine treats like one. A `partition` is also listed by its parent; code is emitted for it only where asked. */
export interface TableModel extends QualifiedName {
  readonly kind: "table" | "partitioned" | "partition" | "foreign" | "virtual";
  /** Null where the catalog holds none. */
  readonly comment: string | null;
  /** In the catalog's order. */
  readonly columns: readonly ColumnModel[];
  /** Null for a table without one. */
  readonly primaryKey: KeyModel | null;
  readonly uniqueKeys: readonly KeyModel[];
  readonly foreignKeys: readonly ForeignKeyModel[];
  readonly checks: readonly CheckModel[];
  readonly exclusions: readonly ExclusionModel[];
  readonly indexes: readonly IndexModel[];
  readonly triggers: readonly TriggerModel[];
  readonly policies: readonly PolicyModel[];
  /** How rows are spread over partitions; null for a table that has none. */
  readonly partitioning: PartitioningModel | null;
  /** The parents of an inheriting table, in order; empty for partitions, which `partitioning` of the parent lists. */
  readonly inherits: readonly QualifiedName[];
  /** Absent where the connecting role may do everything, or the engine has no privileges. */
  readonly privileges?: PrivilegesModel;
  readonly extra: EngineExtra;
}

/** What the connecting role may do with the rows of a table or view. */
export interface PrivilegesModel {
  readonly select: ColumnPrivilege;
  readonly insert: ColumnPrivilege;
  readonly update: ColumnPrivilege;
  readonly delete: "all" | "none";
}

/** All columns, none, or those named (in the catalog's order). */
export type ColumnPrivilege = "all" | "none" | readonly string[];

/** A view. Its columns have no defaults; `nullable` is as far as it is known. */
export interface ViewModel extends QualifiedName {
  readonly kind: "view" | "materialized";
  readonly comment: string | null;
  readonly columns: readonly ColumnModel[];
  /** The defining query as the catalog prints it; null where the role may not see it. */
  readonly definition: string | null;
  /** Whether rows can be inserted, updated and deleted through it, by the engine's own rules or by INSTEAD OF triggers. */
  readonly updatable: boolean;
  /** What can be written where that is neither all nor nothing; absent otherwise. */
  readonly writes?: readonly ("insert" | "update" | "delete")[];
  /** Columns whose values tell its rows apart; the first is the one that rows are found by. Absent where none is known. */
  readonly keys?: readonly ViewKeyModel[];
  /** The columns that hand a table's or view's column on unchanged, in column order; absent where none is known to. */
  readonly origins?: readonly ViewOriginModel[];
  /** Absent where the connecting role may do everything, or the engine has no privileges. */
  readonly privileges?: PrivilegesModel;
  /** Indexes of a materialized view. */
  readonly indexes: readonly IndexModel[];
  readonly triggers: readonly TriggerModel[];
  readonly extra: EngineExtra;
}

/** Columns of a view that no two of its rows agree in. */
export interface ViewKeyModel {
  readonly columns: readonly string[];
  /** From the view's query, or from a rule of the user's. */
  readonly source: "proved" | "asserted";
}

/** Where a view's column comes from. */
export interface ViewOriginModel {
  /** The view's column. */
  readonly column: string;
  /** What the view's query reads from, which may be a view itself. */
  readonly from: ColumnRef;
  /** Whether the engine takes values for it. */
  readonly writable: boolean;
}

export interface ColumnModel {
  readonly name: string;
  readonly type: ColumnType;
  /** The type as the catalog prints it, with length and modifiers; an empty string for a column declared without a type. */
  readonly databaseType: string;
  readonly nullable: boolean;
  /** Where `nullable` comes from: the catalog, a proof over a view's query, a rule of the user's, or nothing (then nullable is true). */
  readonly nullability: "declared" | "proved" | "asserted" | "unknown";
  readonly default: DefaultValue;
  /** The expression of a generated column; null for an ordinary one. */
  readonly generated: GeneratedModel | null;
  /** Null for a column that does not number itself. */
  readonly identity: IdentityModel | null;
  /** Null where the column uses its type's default collation. */
  readonly collation: string | null;
  /** Left out of `SELECT *` by the engine. */
  readonly hidden: boolean;
  readonly comment: string | null;
  /** What the database sets an ordinary column to whenever its row is updated (MySQL), as the catalog prints it; absent where nothing. */
  readonly onUpdate?: string;
}

export interface GeneratedModel {
  readonly kind: "stored" | "virtual";
  readonly expression: string;
}

export interface IdentityModel {
  /** `always` refuses written values; `byDefault` takes them. */
  readonly mode: "always" | "byDefault";
  /** The numbers come from it; null where the engine has no sequence object. */
  readonly sequence: QualifiedName | null;
}

/** A primary or unique key, its columns in key order. */
export interface KeyModel {
  /** Null where the engine keeps no name. */
  readonly name: string | null;
  readonly columns: readonly string[];
  readonly nullsNotDistinct: boolean;
  readonly deferrable: Deferrable;
  readonly comment: string | null;
}

export interface ForeignKeyModel {
  readonly name: string | null;
  readonly columns: readonly string[];
  readonly references: ForeignKeyTarget;
  readonly onUpdate: ReferentialAction;
  readonly onDelete: ReferentialAction;
  readonly match: "simple" | "full" | "partial";
  readonly deferrable: Deferrable;
  /** False for `NOT VALID`: old rows were not checked. */
  readonly validated: boolean;
  /** False where the server keeps the constraint and does not hold it. */
  readonly enforced: boolean;
  readonly comment: string | null;
}

export interface ForeignKeyTarget extends QualifiedName {
  /** Pairwise with the foreign key's columns. */
  readonly columns: readonly string[];
}

export type ReferentialAction = "noAction" | "restrict" | "cascade" | "setNull" | "setDefault";
export type Deferrable = "no" | "initiallyImmediate" | "initiallyDeferred";

export interface CheckModel {
  readonly name: string | null;
  /** The condition as the catalog prints it, without the surrounding `CHECK (…)`. */
  readonly expression: string;
  /** Set where the whole condition says that one column holds one of these texts (`c IN ('a', 'b')`); null otherwise. */
  readonly oneOf: OneOf | null;
  readonly validated: boolean;
  readonly enforced: boolean;
  readonly comment: string | null;
}

export interface OneOf {
  readonly column: string;
  /** Texts, or numbers as texts where `numeric`. In the order written. */
  readonly values: readonly string[];
  readonly numeric: boolean;
}

/** An exclusion constraint (PostgreSQL). */
export interface ExclusionModel {
  readonly name: string;
  readonly definition: string;
  readonly comment: string | null;
}

export interface IndexModel {
  readonly name: string;
  readonly unique: boolean;
  /** The access method, lower case: `btree`, `gin`, … */
  readonly method: string;
  readonly parts: readonly IndexPart[];
  /** Columns carried along and not part of the key. */
  readonly include: readonly string[];
  /** The condition of a partial index; null for a full one. */
  readonly predicate: string | null;
  readonly nullsNotDistinct: boolean;
  /** The key that the index serves: a constraint's name, an empty string for an unnamed one; null for an index of its own. */
  readonly constraint: string | null;
  /** False for an index that the planner may not use. */
  readonly valid: boolean;
  readonly comment: string | null;
  readonly extra: EngineExtra;
}

/** A column or an expression of an index: one of `column` and `expression` is null. */
export interface IndexPart {
  readonly column: string | null;
  readonly expression: string | null;
  readonly direction: "asc" | "desc";
  readonly nulls: "first" | "last";
  /** Null where it is the default. */
  readonly operatorClass: string | null;
  readonly collation: string | null;
  /** Characters of a prefix index (MySQL); null for the whole value. */
  readonly prefixLength: number | null;
}

export interface TriggerModel {
  readonly name: string;
  readonly timing: "before" | "after" | "insteadOf";
  readonly events: readonly ("insert" | "update" | "delete" | "truncate")[];
  readonly level: "row" | "statement";
  readonly enabled: boolean;
  /** The whole statement, or the body where the engine keeps only that. */
  readonly definition: string;
  readonly comment: string | null;
}

/** A row-level security policy. */
export interface PolicyModel {
  readonly name: string;
  readonly command: "all" | "select" | "insert" | "update" | "delete";
  readonly permissive: boolean;
  readonly roles: readonly string[];
  readonly using: string | null;
  readonly check: string | null;
}

export interface PartitioningModel {
  readonly method: string;
  /** The key as the catalog prints it. */
  readonly key: string;
  /** Names and bounds, in name order. */
  readonly partitions: readonly PartitionModel[];
}

export interface PartitionModel extends QualifiedName {
  readonly bound: string;
}

/** Facts that only one engine has, by their catalog names: plain values only. */
export type EngineExtra = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
