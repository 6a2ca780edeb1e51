import type { TableModel } from "../../model/table-model.js";
import type { NamedEntity } from "./model-names.js";

/** A named way from one table's rows to another's. Column names are the database's. */
export interface Relation {
  readonly name: string;
  readonly kind: "one" | "maybe" | "many";
  readonly far: NamedTable;
  /** Here, pairwise with `to` in the far table, or with `through.from` in the link table. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Null for a direct relation. */
  readonly through: Through | null;
}

export interface Through {
  readonly link: NamedTable;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** A table with its names. */
export type NamedTable = NamedEntity & { readonly source: { readonly is: "table"; readonly model: TableModel } };

/** A foreign key between two tables of the module. */
export interface Link {
  readonly near: NamedTable;
  readonly far: NamedTable;
  readonly columns: readonly string[];
  readonly references: readonly string[];
  /** The constraint's name; null where the engine keeps none. */
  readonly constraint: string | null;
  /** Whether a row may do without. */
  readonly nullable: boolean;
}
