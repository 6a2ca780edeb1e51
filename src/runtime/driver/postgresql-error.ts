import { ConnectionFailedError, ConnectionLostError } from "../errors/connection-errors.js";
import {
  CheckViolationError,
  ExclusionViolationError,
  ForeignKeyViolationError,
  NotNullViolationError,
  UniqueViolationError,
} from "../errors/constraint-errors.js";
import type { DatabaseError, DatabaseErrorDetails } from "../errors/database-error.js";
import { toPropertyNames, type ErrorContext } from "../errors/error-context.js";
import {
  InvalidQueryError,
  PermissionDeniedError,
  QueryCancelledError,
  QueryError,
  QueryTimeoutError,
} from "../errors/query-errors.js";
import {
  DeadlockError,
  LockTimeoutError,
  ReadOnlyError,
  SerializationFailureError,
  TransactionAbortedError,
} from "../errors/transaction-errors.js";
import { TablewrightError } from "../errors/tablewright-error.js";
import { toReason } from "./connect-error.js";
import { isServerError, type ServerError } from "./postgresql-server-error.js";

export interface PostgresqlErrorContext extends ErrorContext {
  /** Whether values were bound, which the server's message can then hold. */
  readonly hasParameters?: boolean;
}

/** The error class of whatever pg reported for a statement. An error that is neither the server's nor the connection's comes back as it is. */
export function toPostgresqlError(error: unknown, context: PostgresqlErrorContext = {}): unknown {
  if (!(error instanceof Error) || error instanceof TablewrightError) return error;
  const known = toKnownError(error, context);
  // Our own frames would push the caller's out of the ten that a stack shows.
  if (known !== error) Error.captureStackTrace(known, toPostgresqlError);
  return known;
}

function toKnownError(error: Error, context: PostgresqlErrorContext): Error {
  const sql = context.sql ?? null;
  if (isServerError(error)) return toServerError(error, context);
  if (error.message === "Query read timeout")
    return new QueryTimeoutError("statement: it took longer than query_timeout", { sql, cause: error });
  if (isConnectionError(error))
    return new ConnectionLostError(`connection: it was lost: ${toReason(error)}`, { sql, cause: error });
  return error;
}

/** Whether the connection cannot be used after this error. */
export function breaksConnection(error: unknown): boolean {
  return !isServerError(error) || error.severity === "FATAL" || error.severity === "PANIC" || isLostState(error.code);
}

function isConnectionError(error: Error): boolean {
  return "syscall" in error || /^Connection terminated|not queryable$|^timeout expired$/.test(error.message);
}

function isLostState(code: string): boolean {
  return (
    (code.startsWith("08") && code !== wrongProtocol) || code.startsWith("57P") || code === "25P03" || code === "25P04"
  );
}

/** Sent for a wrong number of parameters, too, after which the connection works on. */
const wrongProtocol = "08P01";

function toServerError(error: ServerError, context: PostgresqlErrorContext): DatabaseError {
  const details: DatabaseErrorDetails = {
    sql: context.sql ?? null,
    schema: error.schema ?? null,
    table: error.table ?? null,
    engineCode: error.code,
    cause: error,
  };
  if (isLostState(error.code)) return new ConnectionLostError(`connection: it was lost: ${error.message}`, details);
  const violation = violations[error.code];
  if (violation !== undefined) return violation(error, withColumns(error, details, context));
  return toPlainError(error, details, mayHoldValues(error, context));
}

/** Columns by the table's own list of constraints, or as far as the server names them. */
function withColumns(error: ServerError, details: DatabaseErrorDetails, context: ErrorContext): DatabaseErrorDetails {
  const { constraint = null, column } = error;
  const table = context.table?.name === error.table ? context.table : undefined;
  const known = constraint === null ? undefined : table?.constraints?.[constraint];
  const named = column === undefined ? readKeyColumns(error.detail) : [column];
  return { ...details, constraint, columns: known ?? toPropertyNames(named, table) };
}

/** The names in `Key (a, b)=(1, 2) already exists.`, whatever the server's language. The values after them are not looked at. */
function readKeyColumns(detail: string | undefined): readonly string[] {
  const names = /\((.*?)\)=\(/s.exec(detail ?? "")?.[1];
  return Array.from(names?.matchAll(/"(?:[^"]|"")*"|[^",]+(?=,|$)/g) ?? [], ([name]) => unquote(name.trim()));
}

function unquote(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}

/** What the server says of a place in the text cannot hold a value; what it says while it runs can: `currval($1)` names the missing relation. */
function mayHoldValues({ position }: ServerError, { hasParameters = true }: PostgresqlErrorContext): boolean {
  return hasParameters && position === undefined;
}

const violations: Readonly<Record<string, (error: ServerError, details: DatabaseErrorDetails) => DatabaseError>> = {
  "23502": (error, details) =>
    new NotNullViolationError(`${error.table ?? "row"}: "${error.column ?? ""}" must not be null`, details),
  "23503": (error, details) => new ForeignKeyViolationError(toMessage(error, "foreign key"), details),
  "23505": (error, details) => new UniqueViolationError(toMessage(error, "unique key"), details),
  "23514": (error, details) => new CheckViolationError(toMessage(error, "check"), details),
  "23P01": (error, details) => new ExclusionViolationError(toMessage(error, "exclusion"), details),
};

function toMessage(error: ServerError, kind: string): string {
  return `${error.table ?? error.dataType ?? "row"}: the ${kind} "${error.constraint ?? ""}" is violated`;
}

function toPlainError(error: ServerError, details: DatabaseErrorDetails, hidden: boolean): DatabaseError {
  const { code, message } = error;
  if (code === "57014") return toCancelled(message, details);
  const plain = plainErrors.find(([prefix]) => code.startsWith(prefix));
  if (plain !== undefined) return plain[1](hidden && code.startsWith("42") ? code : message, details);
  const reason = dataErrors[code];
  return new QueryError(`statement: it failed (${code})${reason === undefined ? "" : `: ${reason}`}`, details);
}

/** One code for both; the server's own limit is told by the text alone, in English. */
function toCancelled(message: string, details: DatabaseErrorDetails): DatabaseError {
  if (message.includes("statement timeout"))
    return new QueryTimeoutError(`statement: it was ended: ${message}`, details);
  return new QueryCancelledError(`statement: it was ended: ${message}`, details);
}

/** Codes and classes whose messages hold no values, by https://www.postgresql.org/docs/current/errcodes-appendix.html */
const plainErrors: readonly (readonly [string, (reason: string, details: DatabaseErrorDetails) => DatabaseError])[] = [
  [
    "40001",
    (reason, details) => new SerializationFailureError(`transaction: it collided with another: ${reason}`, details),
  ],
  ["40P01", (reason, details) => new DeadlockError(`transaction: it was chosen to end a deadlock: ${reason}`, details)],
  ["55P03", (reason, details) => new LockTimeoutError(`lock: it was not given: ${reason}`, details)],
  ["25006", (reason, details) => new ReadOnlyError(`write: it was refused: ${reason}`, details)],
  [
    "25P02",
    (reason, details) => new TransactionAbortedError(`transaction: a statement in it had failed: ${reason}`, details),
  ],
  ["42501", (reason, details) => new PermissionDeniedError(`statement: it was refused: ${reason}`, details)],
  ["28", (reason, details) => new ConnectionFailedError(`login: it was refused: ${reason}`, details)],
  ["42", (reason, details) => new InvalidQueryError(`statement: it cannot be run: ${reason}`, details)],
  ["26", (reason, details) => new InvalidQueryError(`statement: it cannot be run: ${reason}`, details)],
  ["0A", (reason, details) => new InvalidQueryError(`statement: it cannot be run: ${reason}`, details)],
  [wrongProtocol, (reason, details) => new InvalidQueryError(`statement: it cannot be run: ${reason}`, details)],
  ["25", (reason, details) => new QueryError(`transaction: it does not allow this: ${reason}`, details)],
  ["53", (reason, details) => new QueryError(`server: it is short of resources: ${reason}`, details)],
  ["55", (reason, details) => new QueryError(`statement: it cannot be run now: ${reason}`, details)],
];

/** The server's own messages of this class hold the refused values. */
const dataErrors: Readonly<Record<string, string>> = {
  "22001": "a text is too long",
  "22003": "a number is out of range",
  "22007": "a date or time is not one",
  "22008": "a date or time is out of range",
  "22012": "division by zero",
  "22021": "a text holds characters that the database cannot store",
  "22P02": "a value does not have the form of its type",
  "22P05": "a text holds characters that the database cannot store",
  P0001: "the database raised an exception",
};
