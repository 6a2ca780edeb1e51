import type {
  ColumnRow,
  ConstraintRow,
  CountsRow,
  ExpressionRow,
  IndexRow,
  InheritanceRow,
  OuterColumnRow,
  PolicyRow,
  PrivilegeRow,
  RelationRow,
  RoutineRow,
  RuleRow,
  SchemaRow,
  SequenceRow,
  SessionRow,
  StatisticsRow,
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
  readonly statistics: readonly StatisticsRow[];
  readonly sequences: readonly SequenceRow[];
  readonly routines: readonly RoutineRow[];
  /** Of the tables and views with which the role may not do everything. */
  readonly privileges: readonly PrivilegeRow[];
  readonly rules: readonly RuleRow[];
  /** Columns that views rest on and that are of no relation here. */
  readonly outerColumns: readonly OuterColumnRow[];
  readonly expressions: readonly ExpressionRow[];
  /** One row. */
  readonly counts: readonly CountsRow[];
}
