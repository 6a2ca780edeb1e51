/**
 * What the runtime of a dialect's package is made of, besides the errors, which `tablewright/runtime` exports: see docs/dialects.md. Generated code imports
 * nothing from here.
 */
export type { Codec } from "../codec.js";
export { parseIsoDate, toIsoDate } from "../codec/date-text.js";
export { fromEpochDay, toEpochDay, type CalendarDate } from "../codec/calendar.js";
export { fitsScale, toBareDecimal, toDecimalText } from "../codec/decimal-value.js";
export { infiniteMillis, isMidnight, isValidDate } from "../codec/infinite-date.js";
export { isInt32, isInt64, isInt64Text, isSafeInteger } from "../codec/integer-value.js";
export { readJsonText, writeJsonText } from "../codec/json-text.js";
export { isJsonValue } from "../codec/json-value.js";
export { enumOf, numberListCodec } from "../codec/list-codec.js";
export { refuseRead, refuseWrite } from "../codec/refuse.js";
export { toShortest } from "../codec/shortest-float.js";
export { isWellFormed } from "../codec/text-value.js";
export { always, never } from "../condition/logic.js";
export type {
  ArrayDialect,
  Bind,
  Dialect,
  JsonDialect,
  JsonPath,
  JsonTarget,
  Operand,
  RangeDialect,
  ReturnedText,
  Returning,
  SelectParts,
  TextDialect,
  UpdateParts,
  UpsertDialect,
  WriteDialect,
} from "./dialect.js";
export type { DefaultedTable, InsertColumn, InsertDialect } from "./insert-dialect.js";
export { escapeLike } from "./like-pattern.js";
export { memberJson, type JsonKind, type JsonPlace, type JsonPlaces } from "./member-json.js";
export { orderWithNulls } from "./order-with-nulls.js";
export { returningAtEnd, returningWrites } from "./returning-writes.js";
export { selectEndingIn, selectFrom, standardDialect, type SelectEnd } from "./standard-dialect.js";
export { loadDriver } from "../driver/load-driver.js";
export { RecentMap } from "../driver/recent-map.js";
export type { DatabaseErrorDetails } from "../errors/database-error.js";
export { findConstraint, toPropertyNames, type ErrorContext, type ErrorTable } from "../errors/error-context.js";
export type {
  CallOptions,
  Eventually,
  Executor,
  Inserted,
  PreparedStatement,
  PrepareOptions,
  RawOptions,
  Row,
  StreamOptions,
  TransactionOptions,
} from "../executor.js";
export { QueryEvents, type QueryReport } from "../query-events.js";
export { toObjects } from "../raw-sql/to-objects.js";
export { runTransaction, type OpenTransaction } from "../transaction.js";
export { TransactionScope } from "../transaction-scope.js";
