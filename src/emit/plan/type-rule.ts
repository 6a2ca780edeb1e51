/** Gives columns another type than the one in the codec table. At least one of `column` and `databaseType` says which. */
export interface TypeRule {
  /** A glob on `table.column` or `schema.table.column`. */
  readonly column?: string | undefined;
  /** A glob on the type as the catalog prints it: `bigint`, `numeric(*)`. */
  readonly databaseType?: string | undefined;
  readonly use: TypeChoice | UserType;
}

/** Another choice of the same codec table. */
export type TypeChoice = "number" | "bigint" | "string" | "Date";

/** A type of the user's own. */
export interface UserType {
  readonly type: string;
  /** An object that meets the runtime's `Codec` of that type; absent where the type only says more of the values that the column's own codec gives. */
  readonly codec?: string | undefined;
  /** The module that exports both: a package, or a path that starts at the output folder. */
  readonly from: string;
}
