import { ConnectionLostError } from "../errors/connection-errors.js";
import type { DatabaseError, DatabaseErrorDetails } from "../errors/database-error.js";
import { toPropertyNames, type ErrorContext } from "../errors/error-context.js";
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
import * as shared from "./connect-error.js";
import { dataErrors, errorKinds, type OracleErrorKind } from "./oracle-error-numbers.js";
import { isOracleError, toNumber, toText, type OracleServerError } from "./oracle-server-error.js";
import { toViolation } from "./oracle-violation.js";

/** The error class of whatever oracledb reported for a statement. An error that is neither the server's nor the driver's comes back as it is. */
export function toOracleError(error: unknown, context: ErrorContext = {}): unknown {
  if (!isOracleError(error) || error instanceof TablewrightError) return error;
  const known = toKnownError(error, context);
  // Our own frames would push the caller's out of the ten that a stack shows.
  Error.captureStackTrace(known, toOracleError);
  return known;
}

/** The error of a connection that could not be had. */
export function toConnectError(error: unknown): unknown {
  return shared.toConnectError(error, (failure) =>
    isOracleError(failure) ? toEngineCode(failure) : shared.codeOf(failure),
  );
}

/** Whether the connection cannot be used after this error. */
export function breaksConnection(error: unknown): boolean {
  if (!isOracleError(error)) return false;
  const number = toNumber(error);
  return error.isRecoverable === true || lostCodes.has(error.code) || errorKinds.get(number ?? 0) === "lost";
}

/** Whether an error says that a statement was ended from outside, or that its connection was: not one of the statement's own. */
export function isEndOfCall(error: unknown): boolean {
  return isOracleError(error) && (toNumber(error) === userRequestedCancel || breaksConnection(error));
}

const userRequestedCancel = 1013;

function toKnownError(error: OracleServerError, context: ErrorContext): DatabaseError {
  const number = toNumber(error);
  const details: DatabaseErrorDetails = { sql: context.sql ?? null, engineCode: toEngineCode(error), cause: error };
  if (number === null || breaksConnection(error)) return toDriverError(error, details);
  const text = toText(error, number);
  const violation = toViolation({ number, text }, details, context);
  if (violation !== null) return violation;
  const kind = errorKinds.get(number);
  // Compiling PL/SQL, the server quotes pieces of the statement; it never quotes parameters.
  if (kind !== undefined) return toError[kind](text, details);
  const reason = dataErrors.get(number);
  if (reason !== undefined)
    return new QueryError(`statement: it failed (${number}): ${reason}`, withColumn(details, text, context));
  if (number >= 20_000 && number <= 20_999)
    return new QueryError(`statement: it failed (${number}): the database raised an exception`, details);
  return new QueryError(`statement: it failed (${number})`, details);
}

/** `value too large for column "OWNER"."TABLE"."COLUMN" (actual: 12, maximum: 10)`: says which column it was. */
function withColumn(details: DatabaseErrorDetails, text: string, { table }: ErrorContext): DatabaseErrorDetails {
  const [, name, column] = /"[^"]*"\."([^"]*)"\."([^"]*)"/.exec(text) ?? [];
  if (name === undefined || column === undefined) return details;
  return { ...details, table: name, columns: toPropertyNames([column], table?.name === name ? table : undefined) };
}

function toDriverError(error: OracleServerError, details: DatabaseErrorDetails): DatabaseError {
  // Only the first line: what follows can be the server's.
  const [reason = ""] = error.message.split("\n", 1);
  if (breaksConnection(error)) return new ConnectionLostError(`connection: it was lost: ${reason}`, details);
  if (error.code === "NJS-123")
    return new QueryTimeoutError("statement: it took longer than the connection's callTimeout", details);
  if (invalidCodes.has(error.code)) return new InvalidQueryError(`statement: it cannot be run: ${reason}`, details);
  return new QueryError(`statement: it failed: ${reason}`, details);
}

/** The connection is not open, or was closed under way; packets that could not be read (https://github.com/oracle/node-oracledb/blob/main/lib/errors.js). */
const lostCodes: ReadonlySet<string> = new Set(["NJS-003", "NJS-500", "NJS-501", "NJS-521", "DPI-1010", "DPI-1080"]);

/** Wrong numbers, names and kinds of parameters; a result that does not fit the place for it; what thin mode does not know. */
const invalidCodes: ReadonlySet<string> = new Set(
  ["011", "012", "016", "043", "044", "055", "057", "058", "059", "089", "097", "098", "137", "149"].map(
    (digits) => `NJS-${digits}`,
  ),
);

function toEngineCode(error: OracleServerError): string {
  const number = toNumber(error);
  return number === null ? error.code : `ORA-${String(number).padStart(5, "0")}`;
}

type ToError = (reason: string, details: DatabaseErrorDetails) => DatabaseError;

const toError: Readonly<Record<OracleErrorKind, ToError>> = {
  cancelled: (reason, details) => new QueryCancelledError(`statement: it was ended: ${reason}`, details),
  deadlock: (reason, details) => new DeadlockError(`transaction: it was chosen to end a deadlock: ${reason}`, details),
  invalid: (reason, details) => new InvalidQueryError(`statement: it cannot be run: ${reason}`, details),
  lock: (reason, details) => new LockTimeoutError(`lock: it was not given: ${reason}`, details),
  lost: (reason, details) => new ConnectionLostError(`connection: it was lost: ${reason}`, details),
  permission: (reason, details) => new PermissionDeniedError(`statement: it was refused: ${reason}`, details),
  readOnly: (reason, details) => new ReadOnlyError(`write: it was refused: ${reason}`, details),
  resources: (reason, details) => new QueryError(`server: it is short of resources: ${reason}`, details),
  serialization: (reason, details) =>
    new SerializationFailureError(`transaction: it collided with another: ${reason}`, details),
  timeout: (reason, details) => new QueryTimeoutError(`statement: it was ended: ${reason}`, details),
};
