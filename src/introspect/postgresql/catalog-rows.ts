import type {
  ColumnRow,
  ConstraintRow,
  IndexRow,
  InheritanceRow,
  PolicyRow,
  RelationRow,
  RoutineRow,
  SchemaRow,
  SequenceRow,
  SessionRow,
  TriggerRow,
  TypeRow,
} from "./postgresql-rows.js";

/** All that was read in one transaction. */
export interface CatalogRows {
  readonly session: SessionRow;
  /** The schemas asked for. */
  readonly schemas: readonly SchemaRow[];
  readonly relations: readonly RelationRow[];
  readonly inheritance: readonly InheritanceRow[];
  readonly types: readonly TypeRow[];
  readonly columns: readonly ColumnRow[];
  readonly constraints: readonly ConstraintRow[];
  readonly indexes: readonly IndexRow[];
  readonly triggers: readonly TriggerRow[];
  readonly policies: readonly PolicyRow[];
  readonly sequences: readonly SequenceRow[];
  readonly routines: readonly RoutineRow[];
}
