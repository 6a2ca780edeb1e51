/** One schema: `main`, and those that were attached to a connection of the caller's. */
export interface DatabaseRow {
  readonly name: string;
}

/** A row of `pragma_table_list`. */
export interface RelationRow {
  readonly schema: string;
  readonly name: string;
  readonly kind: "table" | "view" | "virtual" | "shadow";
  readonly withoutRowid: 0 | 1;
  readonly strict: 0 | 1;
}

/** A row of `sqlite_schema`. */
export interface SchemaRow {
  readonly schema: string;
  readonly type: "table" | "index" | "view" | "trigger";
  readonly name: string;
  /** The table or view that an index or a trigger belongs to. */
  readonly relation: string;
  /** Null for the indexes that SQLite makes for keys. */
  readonly sql: string | null;
}

/** A row of `pragma_table_xinfo`; `relation` is the position of its table or view in what was asked. */
export interface ColumnRow {
  readonly relation: number;
  readonly name: string;
  readonly type: string;
  readonly notNull: 0 | 1;
  readonly defaultText: string | null;
  /** The place in the primary key, from 1; 0 outside it. */
  readonly keyPlace: number;
  /** 1 is a hidden column of a virtual table, 2 a virtual and 3 a stored generated column. */
  readonly hidden: 0 | 1 | 2 | 3;
}

/** A row of `pragma_index_list`. */
export interface IndexRow {
  readonly relation: number;
  readonly name: string;
  readonly unique: 0 | 1;
  /** `c` from CREATE INDEX, `u` from UNIQUE, `pk` from PRIMARY KEY. */
  readonly origin: "c" | "u" | "pk";
  readonly partial: 0 | 1;
}

/** A row of `pragma_index_xinfo`, key columns only; `index` is the position of its index in what was asked. */
export interface IndexPartRow {
  readonly index: number;
  /** Null for an expression and for the rowid. */
  readonly name: string | null;
  readonly descending: 0 | 1;
  readonly collation: string;
}

/** A row of `pragma_foreign_key_list`: one column of one foreign key. */
export interface ForeignKeyRow {
  readonly relation: number;
  /** Counts the table's foreign keys from the last one written. */
  readonly id: number;
  readonly referencedTable: string;
  readonly column: string;
  /** Null where the statement names no columns: the primary key is meant. */
  readonly referencedColumn: string | null;
  readonly onUpdate: string;
  readonly onDelete: string;
}

/** Where a column of a view comes from, as the prepared statement tells: the base column behind it, nulls where it is computed. */
export interface OriginRow {
  readonly name: string;
  readonly schema: string | null;
  readonly table: string | null;
  readonly column: string | null;
  /** The declared type of the base column; null for a computed one. */
  readonly type: string | null;
}
