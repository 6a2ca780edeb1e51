/** The rows that the catalog queries give; flags are 0 or 1 where a query counts them, and booleans where the catalog has the type `bit`. */

export type Flag = boolean | number;

export interface SessionRow {
  readonly collation: string | null;
}

export interface SchemaRow {
  readonly schemaId: number;
  readonly name: string;
}

export interface RelationRow {
  readonly id: number;
  readonly schema: string;
  readonly name: string;
  /** `U` or `V`, blank-padded. */
  readonly type: string;
  /** Null for a table, and for a view whose text the login may not see. */
  readonly definition: string | null;
}

export interface ColumnRow {
  readonly relation: number;
  /** Ascending, with gaps where columns were dropped. */
  readonly position: number;
  readonly name: string;
  readonly typeSchema: string | null;
  readonly type: string;
  /** The built-in type beneath an alias type; null where there is none. */
  readonly baseType: string | null;
  /** Bytes; -1 for `max`. */
  readonly maxLength: number;
  readonly precision: number;
  readonly scale: number;
  readonly collation: string | null;
  readonly nullable: Flag;
  readonly identity: Flag;
  /** 0 for none: a default whose text is null is there and not shown. */
  readonly defaultId: number;
  readonly default: string | null;
  readonly computed: Flag;
  readonly computedText: string | null;
  readonly persisted: Flag | null;
}

/** A part of an index. */
export interface IndexRow {
  readonly relation: number;
  readonly indexId: number;
  readonly name: string;
  /** `CLUSTERED`, `NONCLUSTERED`, … */
  readonly method: string;
  readonly unique: Flag;
  readonly primary: Flag;
  readonly uniqueConstraint: Flag;
  readonly disabled: Flag;
  readonly filter: string | null;
  readonly column: number;
  /** From one on; 0 for a column that is carried along. */
  readonly keyOrdinal: number;
  readonly descending: Flag;
  readonly included: Flag;
  readonly position: number;
}

/** A column of a foreign key. */
export interface ForeignKeyRow {
  readonly id: number;
  readonly relation: number;
  readonly name: string;
  readonly position: number;
  readonly column: number;
  readonly target: number;
  readonly targetColumn: string | null;
  readonly targetSchema: string | null;
  readonly targetName: string | null;
  readonly disabled: Flag;
  readonly notTrusted: Flag;
  readonly onDelete: number;
  readonly onUpdate: number;
}

export interface CheckRow {
  readonly relation: number;
  readonly name: string;
  /** Null where the login may not see it. */
  readonly definition: string | null;
  readonly disabled: Flag;
  readonly notTrusted: Flag;
}

export interface CatalogRows {
  readonly session: SessionRow;
  readonly schemas: readonly SchemaRow[];
  readonly relations: readonly RelationRow[];
  readonly columns: readonly ColumnRow[];
  readonly indexes: readonly IndexRow[];
  readonly foreignKeys: readonly ForeignKeyRow[];
  readonly checks: readonly CheckRow[];
}
