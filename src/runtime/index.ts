export { Database } from "./database.js";
export type { Executor, CallOptions, Row, TransactionOptions } from "./executor.js";
export { AppendRepository } from "./limited/append-repository.js";
export { DeleteRepository } from "./limited/delete-repository.js";
export { InsertDeleteRepository } from "./limited/insert-delete-repository.js";
export { InsertRepository } from "./limited/insert-repository.js";
export { InsertUpdateRepository } from "./limited/insert-update-repository.js";
export { UpdateDeleteRepository } from "./limited/update-delete-repository.js";
export { UpdateRepository } from "./limited/update-repository.js";
export { ReadRepository } from "./read/read-repository.js";
export { Repository } from "./repository.js";
export type { TableMeta } from "./table-meta.js";
export type { JsonValue } from "./types/json-value.js";
export type { OrderDirection } from "./types/order-direction.js";
export type {
  BatchOptions,
  CountOptions,
  FindOptions,
  ListOptions,
  PageOptions,
  RowOptions,
  Shape,
  SliceOptions,
} from "./types/query-options.js";
export type { Range } from "./types/range.js";
export type { Page, Result, ToMany, ToManyWhere, ToOne } from "./types/result.js";
export type { TableTypes } from "./types/table-types.js";
export type { DeleteManyOptions, UpdateManyOptions, UpsertOptions } from "./types/write-options.js";
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
