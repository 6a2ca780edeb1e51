import {
  ConnectionLostError,
  DatabaseClosedError,
  DatabaseError,
  InvalidQueryError,
  PermissionDeniedError,
  QueryCancelledError,
  QueryError,
  ReadOnlyError,
  SerializationFailureError,
  TransactionAbortedError,
} from "tablewright/runtime";
import type { DatabaseErrorDetails, ErrorContext } from "tablewright/dialect";
import { toConstraintError } from "./constraint-error.js";

/**
 * The typed error of an error of the driver, which tells its kind in the first words of its message only: `Constraint Error: …`
 * (https://duckdb.org/docs/stable/dev/internal_errors lists none; the kinds are those of DuckDB 1.5). What is no error of DuckDB stays as it is.
 */
export function toDuckdbError(error: unknown, context: ErrorContext = {}): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseError) return error;
  const match = /^([A-Z][\w ]*?) Error: ([^]*)$/.exec(error.message);
  if (match === null) return toDriverError(error, context);
  const [, kind = "", message = ""] = match;
  const details: DatabaseErrorDetails = { sql: context.sql ?? null, engineCode: kind, cause: error };
  if (kind === "Constraint") return toConstraintError(message, details, context);
  if (kind === "TransactionContext") return toTransactionError(message, details, context);
  const make = kinds[kind];
  return make === undefined
    ? new QueryError(`statement: it failed (${kind})`, details)
    : make(firstLine(message), details);
}

/** Whether an error says that a statement was ended from outside. */
export function isInterruption(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith("INTERRUPT Error");
}

type Make = (reason: string, details: DatabaseErrorDetails) => DatabaseError;

const invalid: Make = (reason, details) => new InvalidQueryError(`statement: it cannot be run: ${reason}`, details);

/** By kind. The messages of those that hold values of the rows concerned are not shown. */
const kinds: Readonly<Record<string, Make>> = {
  Parser: invalid,
  Syntax: invalid,
  Catalog: invalid,
  Binder: invalid,
  "Parameter Not Resolved": invalid,
  "Parameter Not Allowed": invalid,
  "Not implemented": invalid,
  Conversion: (_reason, details) =>
    new QueryError("statement: a value does not have the form of its type, or is out of its range", details),
  "Out of Range": (_reason, details) => new QueryError("statement: a number is out of range", details),
  "Invalid Input": (_reason, details) =>
    new InvalidQueryError("statement: it cannot be run: a value or an argument is not valid", details),
  "Invalid Type": invalid,
  "Mismatch Type": invalid,
  "Out of Memory": (_reason, details) => new QueryError("database: it is short of memory", details),
  INTERRUPT: (_reason, details) => new QueryCancelledError("statement: it was ended", details),
  Permission: (reason, details) => new PermissionDeniedError(`statement: it was refused: ${reason}`, details),
  IO: (reason, details) => new ConnectionLostError(`database: its file cannot be used: ${reason}`, details),
  Connection: (_reason, details) => new DatabaseClosedError("database: it was used after it was closed", details),
  FATAL: (_reason, details) => new ConnectionLostError("database: it was shut down after a fatal error", details),
};

function toTransactionError(message: string, details: DatabaseErrorDetails, context: ErrorContext): DatabaseError {
  if (/read-only mode/.test(message))
    return new ReadOnlyError("write: it was refused: the transaction is read-only", details);
  if (/^Current transaction is aborted/.test(message))
    return new TransactionAbortedError(
      "transaction: a statement in it had failed, so nothing more can run in it",
      details,
    );
  if (/constraint violation/.test(message)) return toConstraintError(message, details, context);
  if (/[Cc]onflict/.test(message))
    return new SerializationFailureError("transaction: another one has changed the same rows", details);
  return new QueryError(`transaction: it failed: ${firstLine(message)}`, details);
}

/** The driver's own refusals have no kind; their messages hold no values. */
function toDriverError(error: Error, context: ErrorContext): Error {
  const sql = context.sql ?? null;
  if (/disconnected|closed/i.test(error.message))
    return new DatabaseClosedError("database: it was used after it was closed", { sql, cause: error });
  return error instanceof TypeError
    ? error
    : new InvalidQueryError(`statement: it cannot be run: ${error.message}`, { sql, cause: error });
}

/** What follows is the statement's text with a mark under it. */
function firstLine(message: string): string {
  const [line = ""] = message.split("\n");
  return line.slice(0, 1).toLowerCase() + line.slice(1);
}
