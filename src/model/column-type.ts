import type { QualifiedName } from "./qualified-name.js";

/**
 * What a column's values are, in words that no single engine owns. The engine's own spelling stays beside it, in `databaseType`.
 *
 * A `length`, `precision` or `scale` of null means that the catalog states none.
 */
export type ColumnType =
  | { readonly kind: "boolean" }
  /** `exact: false` marks an engine that does not enforce the declared width (SQLite). */
  | {
      readonly kind: "integer";
      readonly bits: 8 | 16 | 24 | 32 | 64;
      readonly unsigned: boolean;
      readonly exact: boolean;
    }
  | {
      readonly kind: "decimal";
      readonly precision: number | null;
      readonly scale: number | null;
      readonly unsigned: boolean;
    }
  | { readonly kind: "money" }
  | { readonly kind: "float"; readonly bits: 32 | 64 }
  /** Character data; `length` counts characters, `fixed` marks blank-padded types. */
  | { readonly kind: "text"; readonly length: number | null; readonly fixed: boolean }
  | { readonly kind: "uuid" }
  | { readonly kind: "xml" }
  /** Binary data; `length` counts bytes. */
  | { readonly kind: "bytes"; readonly length: number | null; readonly fixed: boolean }
  /** Bit strings; `length` counts bits. */
  | { readonly kind: "bits"; readonly length: number | null; readonly fixed: boolean }
  | { readonly kind: "date" }
  | { readonly kind: "year" }
  /** `precision` counts digits after the second's point. */
  | { readonly kind: "time"; readonly precision: number | null; readonly zone: boolean }
  | { readonly kind: "timestamp"; readonly precision: number | null; readonly zone: boolean }
  | { readonly kind: "interval"; readonly precision: number | null; readonly fields: string | null }
  | { readonly kind: "json"; readonly binary: boolean }
  /** A named enum of the database: see `DatabaseModel.enums`. */
  | ({ readonly kind: "enum" } & QualifiedName)
  /** An enum that belongs to its column only (MySQL), in catalog order. */
  | { readonly kind: "inlineEnum"; readonly values: readonly string[] }
  /** A set of labels (MySQL), in catalog order. */
  | { readonly kind: "set"; readonly values: readonly string[] }
  /** One dimension; `int[][]` is an array of an array. */
  | { readonly kind: "array"; readonly element: ColumnType }
  | { readonly kind: "range"; readonly element: ColumnType; readonly multi: boolean }
  | ({ readonly kind: "composite" } & QualifiedName)
  | ({ readonly kind: "domain" } & QualifiedName)
  /**
   * An engine's own type whose text form is its value (`inet`, `tsvector`, `point`). `comparable: false` marks types that have no equality operator.
   */
  | { readonly kind: "opaque"; readonly name: string; readonly comparable: boolean }
  /** Not understood: declared `unknown` in the generated code, and reported. */
  | { readonly kind: "unsupported" };

export type ColumnTypeKind = ColumnType["kind"];
