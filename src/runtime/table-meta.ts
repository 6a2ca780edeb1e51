import type { Codec } from "./codec.js";
import type { Row } from "./executor.js";
import type { TableTypes } from "./types/table-types.js";

/** What the runtime knows of a generated table or view. Made by `defineTable`. */
export interface TableMeta<T extends TableTypes = TableTypes> extends TableDefinition {
  /** Names the table's types; has no value at run time. */
  readonly types?: T;
}

export interface TableDefinition {
  /** The table's name in the database. */
  readonly name: string;
  /** Its schema; absent where the engine has none (SQLite's main database). */
  readonly schema?: string;
  /** Builds the entity from a row whose first values are the columns, in the order of `columns`. */
  readonly read: (row: Row) => object;
  /** By property name, in the order that `read` expects. */
  readonly columns: Readonly<Record<string, ColumnMeta>>;
  /** Unique keys by name, as property names in key order; `primaryKey` is one of them. Absent for a table without keys. */
  readonly keys?: Readonly<Record<string, readonly string[]>>;
  /** Constraint name in the database to the property names of its columns, for errors. */
  readonly constraints?: Readonly<Record<string, readonly string[]>>;
  readonly relations?: Readonly<Record<string, RelationMeta>>;
  /** True for a table with triggers, or a view for which triggers write; told of engines where it matters to the writing (SQL Server). */
  readonly triggered?: boolean;
  /** True for a view. */
  readonly view?: boolean;
  /** True for a view that cannot be written. */
  readonly readOnly?: boolean;
}

export interface ColumnMeta {
  /** The column's name in the database. */
  readonly column: string;
  readonly codec: Codec;
  /** The type to cast a parameter to, in the engine's own spelling (`int2`, `"public"."mood"`); absent where the engine needs none or the codec tells. */
  readonly type?: string;
  readonly nullable?: boolean;
  /** `always`: the database computes it and it cannot be written. `default`: it may be left out of an insert. Absent: it must be given unless nullable. */
  readonly filled?: "always" | "default";
}

export interface RelationMeta {
  readonly kind: "one" | "maybe" | "many";
  /** The far table. */
  readonly table: () => TableMeta;
  /** Property names here, pairwise with `to` in the far table, or with `through.from` in the link table. */
  readonly from: readonly string[];
  /** Property names in the far table. */
  readonly to: readonly string[];
  /** Set for a relation through a link table. */
  readonly through?: ThroughMeta;
}

export interface ThroughMeta {
  readonly table: () => TableMeta;
  /** Property names in the link table that point here, pairwise with the relation's `from`. */
  readonly from: readonly string[];
  /** Property names in the link table that point to the far table, pairwise with the relation's `to`. */
  readonly to: readonly string[];
}
