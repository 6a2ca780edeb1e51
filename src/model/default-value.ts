/** What the database puts into a column that an insert leaves out. */
export type DefaultValue =
  | { readonly kind: "none" }
  /** A constant; `value` is its text (numbers and decimals too, so that no digit is lost), null for `DEFAULT NULL`. */
  | { readonly kind: "literal"; readonly value: string | boolean | null }
  /** Anything computed; `sql` is the catalog's text. */
  | { readonly kind: "expression"; readonly sql: string }
  /** The next value of a sequence. */
  | { readonly kind: "sequence"; readonly schema: string; readonly name: string };
