import { ConnectionFailedError, ConnectionLostError } from "../errors/connection-errors.js";
import type { DatabaseError, DatabaseErrorDetails } from "../errors/database-error.js";
import type { ErrorContext } from "../errors/error-context.js";
import {
  InvalidQueryError,
  PermissionDeniedError,
  QueryCancelledError,
  QueryError,
  QueryTimeoutError,
} from "../errors/query-errors.js";
import { TablewrightError } from "../errors/tablewright-error.js";
import {
  DeadlockError,
  LockTimeoutError,
  ReadOnlyError,
  SerializationFailureError,
} from "../errors/transaction-errors.js";
import { dataErrors, namedErrors } from "./sqlserver-error-numbers.js";
import { isSqlserverServerError, toMainError, type SqlserverServerError } from "./sqlserver-server-error.js";
import { toViolation } from "./sqlserver-violation.js";

/** The error class of whatever tedious reported for a statement. An error that is neither the server's nor the connection's comes back as it is. */
export function toSqlserverError(failure: unknown, context: ErrorContext = {}): unknown {
  const error = toMainError(failure);
  if (!(error instanceof Error) || error instanceof TablewrightError) return error;
  const known = toKnownError(error, context);
  // Our own frames would push the caller's out of the ten that a stack shows.
  if (known !== error) Error.captureStackTrace(known, toSqlserverError);
  return known;
}

function toKnownError(error: Error, context: ErrorContext): Error {
  const sql = context.sql ?? null;
  if (isSqlserverServerError(error)) return toServerError(error, context);
  const code = codeOf(error);
  if (code === "ETIMEOUT")
    return new QueryTimeoutError(`statement: it took longer than the connection's requestTimeout`, {
      sql,
      cause: error,
    });
  if (code === "ECANCEL") return new QueryCancelledError("statement: it was ended", { sql, cause: error });
  if (code === "EPARAM")
    return new InvalidQueryError("statement: it cannot be run: the driver refuses a value", { sql, cause: error });
  if (code !== null && lostCodes.has(code))
    return new ConnectionLostError(`connection: it was lost: ${toReason(error)}`, { sql, cause: error });
  return error;
}

/** The error of a connection that could not be had. */
export function toConnectError(failure: unknown): unknown {
  const error = toMainError(failure);
  if (!(error instanceof Error) || error instanceof TablewrightError) return error;
  const inner = innerOf(error);
  const engineCode = isSqlserverServerError(inner) ? String(inner.number) : codeOf(error);
  const hint = isUntrusted(error)
    ? ": set options.trustServerCertificate to true for a certificate that no known authority has signed"
    : "";
  return new ConnectionFailedError(`connection: it cannot be made: ${toReason(error)}${hint}`, {
    engineCode,
    cause: error,
  });
}

/** mssql wraps the driver's error into one of its own. */
function innerOf(error: Error): unknown {
  return "originalError" in error && error.originalError instanceof Error ? error.originalError : error;
}

function isUntrusted(error: Error): boolean {
  const texts = [error, error.cause, innerOf(error)].map((one) => (one instanceof Error ? one.message : ""));
  return texts.some((text) => /self[- ]signed|unable to (?:verify|get)|certificate/i.test(text));
}

/** Whether the connection cannot be used after this error: the driver then knows it, too. */
export function breaksConnection(failure: unknown): boolean {
  const error = toMainError(failure);
  if (isSqlserverServerError(error)) return error.class >= 20;
  return error instanceof Error && lostCodes.has(codeOf(error) ?? "");
}

/** Whether an error says that a statement was ended from outside, or that its connection was: not one of the statement's own. */
export function isEndOfCall(failure: unknown): boolean {
  const error = toMainError(failure);
  return !isSqlserverServerError(error) && !(error instanceof TablewrightError);
}

/** A name that resolves to several addresses gives an AggregateError without a message. */
function toReason(error: Error): string {
  return error.message === "" ? (codeOf(error) ?? "no reason given") : error.message;
}

function codeOf(error: Error): string | null {
  return "code" in error && typeof error.code === "string" ? error.code : null;
}

/** Of tedious, and of the sockets below it; the last is a connection that its pool has closed meanwhile. */
const lostCodes: ReadonlySet<string> = new Set([
  "ESOCKET",
  "ECLOSE",
  "ECONNRESET",
  "ECONNCLOSED",
  "ECONNREFUSED",
  "EPIPE",
  "EINVALIDSTATE",
]);

function toServerError(error: SqlserverServerError, context: ErrorContext): DatabaseError {
  const { number, message } = error;
  const details: DatabaseErrorDetails = {
    sql: context.sql ?? null,
    table: null,
    engineCode: String(number),
    cause: error,
  };
  const violation = toViolation(error, details, context);
  if (violation !== null) return violation;
  const kind = namedErrors.get(number);
  if (kind !== undefined) return toError[kind](message, details);
  const reason = dataErrors.get(number);
  if (reason !== undefined) return new QueryError(`statement: it failed (${number}): ${reason}`, details);
  if (error.class >= 20) return toError.lost(message, details);
  // 15 is the class of wrong syntax, whose messages hold a piece of the statement's text.
  if (error.class === 15) return toError.invalid(message, details);
  if (number >= 50_000)
    return new QueryError(`statement: it failed (${number}): the database raised an exception`, details);
  return new QueryError(`statement: it failed (${number})`, details);
}

type ToError = (reason: string, details: DatabaseErrorDetails) => DatabaseError;

const toError: Readonly<Record<NamedError, ToError>> = {
  deadlock: (reason, details) => new DeadlockError(`transaction: it was chosen to end a deadlock: ${reason}`, details),
  invalid: (reason, details) => new InvalidQueryError(`statement: it cannot be run: ${reason}`, details),
  lock: (reason, details) => new LockTimeoutError(`lock: it was not given: ${reason}`, details),
  lost: (reason, details) => new ConnectionLostError(`connection: it was lost: ${reason}`, details),
  permission: (reason, details) => new PermissionDeniedError(`statement: it was refused: ${reason}`, details),
  readOnly: (reason, details) => new ReadOnlyError(`write: it was refused: ${reason}`, details),
  resources: (reason, details) => new QueryError(`server: it is short of resources: ${reason}`, details),
  serialization: (reason, details) =>
    new SerializationFailureError(`transaction: it collided with another: ${reason}`, details),
};

export type NamedError =
  "deadlock" | "invalid" | "lock" | "lost" | "permission" | "readOnly" | "resources" | "serialization";
