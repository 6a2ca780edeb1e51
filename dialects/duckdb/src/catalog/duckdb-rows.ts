/** The rows of the catalog queries, as the driver gives them. Numbers of 64 bits are texts. */
export interface SchemaRow {
  readonly schema: string;
  readonly comment: string | null;
}

export interface TableRow extends SchemaRow {
  readonly name: string;
  /** The statement that makes the table, as DuckDB prints it: columns in their order, and whether each is generated, stand nowhere else. */
  readonly sql: string;
}

export interface ViewRow extends SchemaRow {
  readonly name: string;
  readonly sql: string | null;
}

export interface ColumnRow {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  /** The expression of a default, or of a generated column. */
  readonly default: string | null;
  readonly comment: string | null;
}

export interface ConstraintRow {
  readonly schema: string;
  readonly table: string;
  readonly kind: "PRIMARY KEY" | "UNIQUE" | "FOREIGN KEY" | "CHECK";
  readonly name: string | null;
  readonly columns: readonly string[];
  /** Of a check, in brackets. */
  readonly expression: string | null;
  /** Of a foreign key: a table of the same schema. */
  readonly target: string | null;
  readonly targetColumns: readonly string[];
}

export interface IndexRow extends SchemaRow {
  readonly table: string;
  readonly name: string;
  readonly unique: boolean;
  readonly parts: readonly string[];
}

export interface EnumRow extends SchemaRow {
  readonly name: string;
  readonly values: readonly string[];
}

export interface SequenceRow extends SchemaRow {
  readonly name: string;
  readonly start: string;
  readonly increment: string;
  readonly min: string;
  readonly max: string;
  readonly cycle: boolean;
}

/** A macro has parameters without types. */
export interface MacroRow {
  readonly schema: string;
  readonly signature: string;
}

/** Everything that was read, of the schemas that are wanted. */
export interface DuckdbCatalog {
  readonly defaultSchema: string;
  readonly schemas: readonly SchemaRow[];
  readonly tables: readonly TableRow[];
  readonly views: readonly ViewRow[];
  readonly columns: readonly ColumnRow[];
  readonly constraints: readonly ConstraintRow[];
  readonly indexes: readonly IndexRow[];
  readonly enums: readonly EnumRow[];
  readonly sequences: readonly SequenceRow[];
  readonly macros: readonly MacroRow[];
}
