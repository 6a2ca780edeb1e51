export { Database } from "./database.js";
export type { Executor, CallOptions, Row, TransactionOptions } from "./executor.js";
export type { QueryEvent, QueryListener, QueryListenerOptions } from "./query-events.js";
export type { Sql } from "./raw-sql/sql.js";
export type { SqlFragment, SqlName } from "./raw-sql/sql-fragment.js";
export type { ErrorCode } from "./errors/tablewright-error.js";
export { TablewrightError } from "./errors/tablewright-error.js";
export { CodecError } from "./errors/codec-error.js";
export { DatabaseError } from "./errors/database-error.js";
export {
  CheckViolationError,
  ConstraintViolationError,
  ExclusionViolationError,
  ForeignKeyViolationError,
  NotNullViolationError,
  UniqueViolationError,
} from "./errors/constraint-errors.js";
export { ConnectionFailedError, ConnectionLostError, DatabaseClosedError } from "./errors/connection-errors.js";
export {
  InvalidQueryError,
  NotFoundError,
  PermissionDeniedError,
  QueryCancelledError,
  QueryError,
  QueryTimeoutError,
} from "./errors/query-errors.js";
export {
  DeadlockError,
  LockTimeoutError,
  ReadOnlyError,
  SerializationFailureError,
  TransactionAbortedError,
  TransactionMisuseError,
} from "./errors/transaction-errors.js";
