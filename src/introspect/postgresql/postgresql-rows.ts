import type { CountedKind } from "../../model/object-counts.js";

/** The rows that the catalog queries give: names in lower case are the catalog's own where one stands for a column as it is. */

/** A setting of the session, and what the server says of itself. */
export interface SessionRow {
  readonly version: number;
  readonly extensions: readonly string[];
  readonly event_triggers: readonly string[];
}

export interface SchemaRow {
  readonly name: string;
  readonly comment: string | null;
}

export interface RelationRow {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  /** `pg_class.relkind`: r table, p partitioned table, f foreign table, v view, m materialized view, c composite type. */
  readonly relkind: string;
  readonly relispartition: boolean;
  /** `pg_class.relpersistence`: p permanent, u unlogged. */
  readonly relpersistence: string;
  readonly relrowsecurity: boolean;
  readonly relforcerowsecurity: boolean;
  readonly reloptions: readonly string[] | null;
  readonly tablespace: string | null;
  /** The server of a foreign table. */
  readonly server: string | null;
  /** The foreign-data wrapper of that server. */
  readonly wrapper: string | null;
  /** Of a foreign table: `name=value`. */
  readonly options: readonly string[] | null;
  /** `RANGE (created_at)`; null for a table without partitions. */
  readonly partition_key: string | null;
  /** The query of a view. */
  readonly definition: string | null;
  /** The bits of `pg_relation_is_updatable`; 0 for what is no view. */
  readonly updatable: number;
  readonly comment: string | null;
}

export interface InheritanceRow {
  readonly child: number;
  readonly child_schema: string;
  readonly child_name: string;
  readonly parent: number;
  readonly parent_schema: string;
  readonly parent_name: string;
  /** `FOR VALUES …`; null for a child that inherits without being a partition. */
  readonly bound: string | null;
}

export interface TypeRow {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  /** `pg_type.typtype`: b base, c composite, d domain, e enum, p pseudo, r range, m multirange. */
  readonly typtype: string;
  /** The relation that holds the fields of a composite type, or whose rows are of this type; 0 for every other type. */
  readonly relation: number;
  /** The element of a true array; 0 for every other type. */
  readonly element: number;
  /** What a domain is over; 0 for every other type. */
  readonly base: number;
  readonly base_typmod: number;
  readonly base_name: string | null;
  readonly dimensions: number;
  readonly not_null: boolean;
  readonly default: string | null;
  /** The collation of a domain where its base has another. */
  readonly collation: string | null;
  /** False where its collation takes different texts for equal. */
  readonly deterministic: boolean;
  /** What a range or a multirange is over; 0 for every other type. */
  readonly subtype: number;
  readonly multirange: number;
  /** The type's name as `format_type` prints it. */
  readonly formatted: string;
  /** The labels of an enum, in order. */
  readonly labels: readonly string[] | null;
  readonly extension: string | null;
  /** Whether it is the server's own, in `pg_catalog` or `information_schema`. */
  readonly system: boolean;
  readonly comment: string | null;
}

export interface ColumnRow {
  readonly relation: number;
  readonly position: number;
  readonly name: string;
  readonly type: number;
  readonly typmod: number;
  readonly dimensions: number;
  /** The type as `format_type` prints it. */
  readonly formatted: string;
  readonly not_null: boolean;
  /** `a` always, `d` by default, empty for none. */
  readonly identity: string;
  /** `s` stored, `v` virtual (PostgreSQL 18), empty for none. */
  readonly generated: string;
  /** The default, or the expression of a generated column. */
  readonly expression: string | null;
  /** Null where it is the type's own. */
  readonly collation: string | null;
  /** False where its collation takes different texts for equal. */
  readonly deterministic: boolean;
  /** Whether it can be written through its view; false for a column of anything else. */
  readonly writable: boolean;
  /** Of a column of a foreign table: `name=value`. */
  readonly options: readonly string[] | null;
  readonly comment: string | null;
}

export interface ConstraintRow {
  readonly name: string;
  /** `pg_constraint.contype`: p primary key, u unique, f foreign key, c check, x exclusion, n not null. */
  readonly contype: string;
  /** 0 for a constraint of a domain. */
  readonly relation: number;
  /** 0 for a constraint of a table. */
  readonly domain: number;
  readonly index: number;
  /** Positions of columns; null for a check of a domain. */
  readonly columns: readonly number[] | null;
  readonly referenced: number;
  readonly referenced_schema: string | null;
  readonly referenced_name: string | null;
  /** Positions of the referenced columns. */
  readonly referenced_positions: readonly number[] | null;
  /** Their names; null where the columns of the referenced table were read. */
  readonly referenced_columns: readonly string[] | null;
  readonly confupdtype: string;
  readonly confdeltype: string;
  readonly confmatchtype: string;
  readonly condeferrable: boolean;
  readonly condeferred: boolean;
  readonly convalidated: boolean;
  readonly connoinherit: boolean;
  readonly enforced: boolean;
  /** Whether it ends in a range that must not overlap, or that must be covered (PostgreSQL 18). */
  readonly period: boolean;
  /** The condition of a check. */
  readonly expression: string | null;
  /** The whole constraint, where it says more than this row; null for most. */
  readonly definition: string | null;
  readonly comment: string | null;
}

export interface IndexRow {
  readonly oid: number;
  readonly relation: number;
  readonly name: string;
  readonly unique: boolean;
  readonly method: string;
  readonly valid: boolean;
  readonly nulls_not_distinct: boolean;
  readonly clustered: boolean;
  readonly replica_identity: boolean;
  /** How many of the parts are the key; the rest are carried along. */
  readonly key_length: number;
  /** Positions of columns, 0 for an expression: `2 0 1`. */
  readonly columns: string;
  /** For each part of the key, bits: 1 descending, 2 nulls first. */
  readonly options: string;
  /** For each part, its text where it is an expression. */
  readonly expressions: readonly (string | null)[] | null;
  /** From 1, the parts of the key whose operator class or collation is not the usual one; null for none. */
  readonly odd_places: readonly number[] | null;
  /** For each odd part, null where the operator class is the type's default. */
  readonly operator_classes: readonly (string | null)[] | null;
  /** For each odd part, null where the collation is the column's own. */
  readonly collations: readonly (string | null)[] | null;
  readonly predicate: string | null;
  readonly reloptions: readonly string[] | null;
  readonly tablespace: string | null;
  readonly comment: string | null;
}

export interface TriggerRow {
  readonly relation: number;
  readonly name: string;
  /** The bits of `pg_trigger.tgtype`. */
  readonly tgtype: number;
  /** O origin, A always, D disabled, R in replicas only. */
  readonly tgenabled: string;
  readonly definition: string;
  readonly comment: string | null;
}

export interface PolicyRow {
  readonly relation: number;
  readonly name: string;
  /** r select, a insert, w update, d delete, * all. */
  readonly polcmd: string;
  readonly permissive: boolean;
  readonly roles: readonly string[];
  readonly using: string | null;
  readonly check: string | null;
}

export interface SequenceRow {
  readonly schema: string;
  readonly name: string;
  readonly type: string;
  readonly start: string;
  readonly increment: string;
  readonly min: string;
  readonly max: string;
  readonly cache: string;
  readonly cycle: boolean;
  /** `i` the sequence of an identity column, `a` one owned by a column, null for a free one. */
  readonly owned: string | null;
  readonly owner: number;
  readonly owner_position: number;
  readonly owner_schema: string | null;
  readonly owner_table: string | null;
  readonly owner_column: string | null;
  readonly comment: string | null;
}

export interface RoutineRow {
  readonly schema: string;
  readonly name: string;
  /** `pg_proc.prokind`: f function, p procedure, a aggregate, w window function. */
  readonly prokind: string;
  readonly language: string;
  /** i immutable, s stable, v volatile. */
  readonly provolatile: string;
  readonly returns: number;
  readonly returns_name: string;
  readonly returns_set: boolean;
  /** Every parameter's type, results included. */
  readonly types: readonly number[];
  readonly type_names: readonly string[];
  /** i in, o out, b inout, v variadic, t table; null where all are in. */
  readonly modes: readonly string[] | null;
  readonly names: readonly string[] | null;
  /** How many of the last input parameters have a default. */
  readonly defaults: number;
  /** Whether the connecting role may call it. */
  readonly executable: boolean;
  readonly comment: string | null;
}

/** Extended statistics of a table. */
export interface StatisticsRow {
  readonly relation: number;
  /** The whole CREATE STATISTICS. */
  readonly definition: string;
}

/** What the connecting role may do with a table or view. */
export interface PrivilegeRow {
  readonly relation: number;
  /** Whether it may use the schema. */
  readonly usage: boolean;
  readonly select: boolean;
  /** Positions of the columns granted on their own; null where that is none or the whole is granted. */
  readonly select_columns: readonly number[] | null;
  readonly insert: boolean;
  readonly insert_columns: readonly number[] | null;
  readonly update: boolean;
  readonly update_columns: readonly number[] | null;
  readonly delete: boolean;
}

/** A rule, or the query of a view. */
export interface RuleRow {
  readonly relation: number;
  readonly name: string;
  /** `pg_rewrite.ev_type`: 1 select, 2 update, 3 insert, 4 delete. */
  readonly event: string;
  readonly instead: boolean;
  /** The analysed query, as text; null for a rule that is only described. */
  readonly tree: string | null;
  /** The whole CREATE RULE; null for the query of a view. */
  readonly definition: string | null;
}

/** A column of a relation that was not read. */
export interface OuterColumnRow {
  readonly relation: number;
  readonly schema: string;
  readonly table: string;
  readonly position: number;
  readonly name: string;
  readonly not_null: boolean;
}

export interface ExpressionRow {
  readonly kind: "operator" | "function" | "cast";
  readonly oid: number;
  readonly name: string;
}

/** How many objects of each kind there are. */
export type CountsRow = Readonly<Record<Exclude<CountedKind, "events">, number>>;
