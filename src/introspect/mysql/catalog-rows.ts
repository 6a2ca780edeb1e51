import type {
  CheckRow,
  ColumnRow,
  EventRow,
  ForeignKeyColumnRow,
  ForeignKeyRow,
  GrantRow,
  IndexRow,
  ParameterRow,
  PartitionRow,
  ProblemRow,
  RoutineRow,
  SchemaRow,
  SequenceRow,
  TableRow,
  TriggerRow,
  ViewRow,
} from "./mysql-rows.js";
import type { MysqlServer } from "./mysql-server.js";

/** All that was read in one transaction. */
export interface CatalogRows {
  readonly server: MysqlServer;
  /** The databases asked for. */
  readonly schemas: readonly SchemaRow[];
  /** Tables, views and sequences. */
  readonly tables: readonly TableRow[];
  readonly columns: readonly ColumnRow[];
  readonly indexes: readonly IndexRow[];
  readonly foreignKeys: readonly ForeignKeyRow[];
  readonly foreignKeyColumns: readonly ForeignKeyColumnRow[];
  readonly checks: readonly CheckRow[];
  readonly views: readonly ViewRow[];
  readonly triggers: readonly TriggerRow[];
  readonly routines: readonly RoutineRow[];
  readonly parameters: readonly ParameterRow[];
  readonly partitions: readonly PartitionRow[];
  readonly events: readonly EventRow[];
  readonly sequences: readonly SequenceRow[];
  readonly grants: readonly GrantRow[];
  /** Of views. */
  readonly problems: readonly ProblemRow[];
  /** Why the server does not tell the problems of views, in its words; null where it does. */
  readonly problemsRefusal: string | null;
}
