/** One difference between two models. */
export interface Change {
  readonly kind: "added" | "removed" | "changed";
  /** What it is about: `table`, `column`, `foreign key`… */
  readonly object: string;
  /** Its name, as `schema.table.column`; a part without a name is called by its columns or its expression. */
  readonly subject: string;
  /**
   * Whether code written against the module of the older model may no longer compile against the newer, or meets values that it was never told of. All other
   * changes are additive.
   */
  readonly breaking: boolean;
  /** The change in words: `type changed from "int4" to "int8"`. */
  readonly text: string;
}

/** What a change is about. */
export type ChangeTarget = Pick<Change, "object" | "subject">;
