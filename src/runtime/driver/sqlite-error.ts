import {
  CheckViolationError,
  ForeignKeyViolationError,
  NotNullViolationError,
  UniqueViolationError,
} from "../errors/constraint-errors.js";
import { ConnectionFailedError, ConnectionLostError, DatabaseClosedError } from "../errors/connection-errors.js";
import { DatabaseError, type DatabaseErrorDetails } from "../errors/database-error.js";
import { findConstraint, toPropertyNames, type ErrorContext } from "../errors/error-context.js";
import { InvalidQueryError, PermissionDeniedError, QueryCancelledError, QueryError } from "../errors/query-errors.js";
import { LockTimeoutError, ReadOnlyError, SerializationFailureError } from "../errors/transaction-errors.js";

/** The error class of whatever better-sqlite3 threw. An error that is not the driver's comes back as it is. */
export function toSqliteError(error: unknown, context: SqliteErrorContext = {}): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseError) return error;
  const known = toKnownError(error, context);
  // Our own frames would push the caller's out of the ten that a stack shows.
  if (known !== error) Error.captureStackTrace(known, toSqliteError);
  return known;
}

function toKnownError(error: Error, context: SqliteErrorContext): Error {
  const engineCode = readCode(error);
  if (engineCode === null) return toMisuse(error, context);
  const details: DatabaseErrorDetails = { sql: context.sql ?? null, engineCode, cause: error };
  if (engineCode.startsWith("SQLITE_CONSTRAINT")) return toConstraintError(error.message, details, context);
  // A function's own message can hold a parameter's value (SQLite 3.53: "bad JSON path: '…'"); one about the text cannot.
  if (engineCode === "SQLITE_ERROR" && context.running === true)
    return new QueryError("statement: it failed (SQLITE_ERROR)", details);
  return toPlainError(engineCode, error.message, details);
}

export interface SqliteErrorContext extends ErrorContext {
  /** Whether the statement had been prepared and was running. */
  readonly running?: boolean;
}

function readCode(error: Error): string | null {
  return "code" in error && typeof error.code === "string" && error.code.startsWith("SQLITE_") ? error.code : null;
}

/** better-sqlite3 (12.9) refuses wrong calls by TypeError and RangeError without a code; their messages hold no values. */
function toMisuse(error: Error, context: ErrorContext): Error {
  const details = { sql: context.sql ?? null, cause: error };
  if (error.message === "The database connection is not open") {
    return new DatabaseClosedError("database: it was used after it was closed", details);
  }
  if (error instanceof TypeError || error instanceof RangeError) {
    return new InvalidQueryError(`statement: it cannot be run: ${lowerFirst(error.message)}`, details);
  }
  return error;
}

function toConstraintError(message: string, details: DatabaseErrorDetails, context: ErrorContext): DatabaseError {
  const named = message.slice(message.indexOf(": ") + 2);
  switch (details.engineCode) {
    case "SQLITE_CONSTRAINT_UNIQUE":
    case "SQLITE_CONSTRAINT_PRIMARYKEY":
    case "SQLITE_CONSTRAINT_ROWID":
      return toUniqueViolation(named, details, context);
    case "SQLITE_CONSTRAINT_NOTNULL": {
      const place = toPlace([named], context);
      return new NotNullViolationError(`${place.table}: ${quoted(place.columns)} must not be null`, {
        ...details,
        ...place,
      });
    }
    case "SQLITE_CONSTRAINT_FOREIGNKEY":
      return new ForeignKeyViolationError("foreign key: a row that is referred to would be missing", {
        ...details,
        table: context.table?.name ?? null,
      });
    case "SQLITE_CONSTRAINT_CHECK":
      return toCheckViolation(named, details, context);
    default:
      return new QueryError(`statement: it was refused (${details.engineCode})`, details);
  }
}

/** `Album.Title, Album.ArtistId`, or `index 'name'` for an index over expressions. */
function toUniqueViolation(named: string, details: DatabaseErrorDetails, context: ErrorContext): DatabaseError {
  const index = /^index '(.*)'$/s.exec(named)?.[1];
  if (index !== undefined) {
    const table = context.table?.name ?? null;
    return new UniqueViolationError(`${table ?? "table"}: the unique index "${index}" is violated`, {
      ...details,
      table,
      constraint: index,
      columns: context.table?.constraints?.[index] ?? [],
    });
  }
  const place = toPlace(named.split(", "), context);
  const known = context.table?.name === place.table ? context.table : undefined;
  const constraint = findConstraint(place.columns, known);
  const which = constraint === null ? `over ${quoted(place.columns)}` : `"${constraint}"`;
  return new UniqueViolationError(`${place.table}: the unique key ${which} is violated`, {
    ...details,
    ...place,
    constraint,
  });
}

/** SQLite gives the constraint's name, or the text of an unnamed one. */
function toCheckViolation(named: string, details: DatabaseErrorDetails, context: ErrorContext): DatabaseError {
  const table = context.table?.name ?? null;
  const columns = context.table?.constraints?.[named] ?? [];
  const message = `${table ?? "table"}: the check "${named}" is violated`;
  return new CheckViolationError(message, { ...details, table, constraint: named, columns });
}

/** Splits names written as `table.column`; a column's name may hold points, so a table known from the context goes first. */
function toPlace(names: readonly string[], { table }: ErrorContext): { table: string; columns: readonly string[] } {
  const known = table !== undefined && names.every((name) => name.startsWith(`${table.name}.`)) ? table : undefined;
  const first = names[0] ?? "";
  const name = known?.name ?? first.slice(0, Math.max(first.indexOf("."), 0));
  return {
    table: name,
    columns: toPropertyNames(
      names.map((each) => each.slice(name.length + 1)),
      known,
    ),
  };
}

function toPlainError(engineCode: string, message: string, details: DatabaseErrorDetails): DatabaseError {
  const plain = plainErrors.find(([prefix]) => engineCode.startsWith(prefix));
  if (plain === undefined) return new QueryError(`statement: it failed (${engineCode}): ${message}`, details);
  const [, make] = plain;
  return make(lowerFirst(message), details);
}

/** By result code, extended ones before those that they extend: https://www.sqlite.org/rescode.html */
const plainErrors: readonly (readonly [string, (reason: string, details: DatabaseErrorDetails) => DatabaseError])[] = [
  [
    "SQLITE_BUSY_SNAPSHOT",
    (reason, details) => new SerializationFailureError(`transaction: its snapshot is out of date: ${reason}`, details),
  ],
  [
    "SQLITE_BUSY",
    (reason, details) => new LockTimeoutError(`database: another connection holds it: ${reason}`, details),
  ],
  ["SQLITE_LOCKED", (reason, details) => new LockTimeoutError(`table: another statement holds it: ${reason}`, details)],
  ["SQLITE_READONLY", (reason, details) => new ReadOnlyError(`write: it was refused: ${reason}`, details)],
  ["SQLITE_INTERRUPT", (reason, details) => new QueryCancelledError(`statement: it was ended: ${reason}`, details)],
  ["SQLITE_AUTH", (reason, details) => new PermissionDeniedError(`statement: it was refused: ${reason}`, details)],
  ["SQLITE_PERM", (reason, details) => new PermissionDeniedError(`database: access was refused: ${reason}`, details)],
  [
    "SQLITE_CANTOPEN",
    (reason, details) => new ConnectionFailedError(`database: it cannot be opened: ${reason}`, details),
  ],
  [
    "SQLITE_NOTADB",
    (reason, details) => new ConnectionFailedError(`database: it cannot be opened: ${reason}`, details),
  ],
  [
    "SQLITE_IOERR",
    (reason, details) => new ConnectionLostError(`database: its file cannot be used: ${reason}`, details),
  ],
  ["SQLITE_RANGE", (reason, details) => new InvalidQueryError(`statement: it cannot be run: ${reason}`, details)],
  ["SQLITE_ERROR", (reason, details) => new InvalidQueryError(`statement: it cannot be run: ${reason}`, details)],
];

function quoted(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(", ");
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
