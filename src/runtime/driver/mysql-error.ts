import { ConnectionLostError } from "../errors/connection-errors.js";
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
import { codeOf, toConnectError, toReason } from "./connect-error.js";
import { isMysqlServerError, type MysqlServerError } from "./mysql-server-error.js";
import { toViolation } from "./mysql-violation.js";

/** The error class of whatever mysql2 reported for a statement. An error that is neither the server's nor the connection's comes back as it is. */
export function toMysqlError(error: unknown, context: ErrorContext = {}): unknown {
  if (!(error instanceof Error) || error instanceof TablewrightError) return error;
  const known = toKnownError(error, context);
  // Our own frames would push the caller's out of the ten that a stack shows.
  if (known !== error) Error.captureStackTrace(known, toMysqlError);
  return known;
}

function toKnownError(error: Error, context: ErrorContext): Error {
  const sql = context.sql ?? null;
  if (isMysqlServerError(error)) return toServerError(error, context);
  if (isConnectionError(error))
    return new ConnectionLostError(`connection: it was lost: ${toReason(error)}`, { sql, cause: error });
  if (error.message.startsWith("Bind parameters"))
    return new InvalidQueryError(`statement: it cannot be run: ${error.message}`, { sql, cause: error });
  return error;
}

/** The error of a connection that could not be had. */
export function toMysqlConnectError(error: unknown): unknown {
  return toConnectError(error, (known) => (isMysqlServerError(known) ? String(known.errno) : codeOf(known)));
}

/** Whether the connection cannot be used after this error. What the driver refuses to send leaves it as it is. */
export function breaksConnection(error: unknown): boolean {
  if (isMysqlServerError(error)) return lostNumbers.has(error.errno);
  return !(error instanceof TypeError || error instanceof TablewrightError);
}

/** Whether the server may have rolled the whole transaction back, not the statement alone. */
export function mayEndTransaction(error: unknown): boolean {
  return isMysqlServerError(error) && endingNumbers.has(error.errno);
}

function isConnectionError(error: Error): boolean {
  return "fatal" in error || "syscall" in error || (codeOf(error)?.startsWith("PROTOCOL_") ?? false);
}

function toServerError(error: MysqlServerError, context: ErrorContext): DatabaseError {
  const details: DatabaseErrorDetails = {
    sql: context.sql ?? null,
    table: null,
    engineCode: String(error.errno),
    cause: error,
  };
  return toViolation(error, details, context) ?? toPlainError(error, details);
}

function toPlainError(error: MysqlServerError, details: DatabaseErrorDetails): DatabaseError {
  const { errno, sqlState, message } = error;
  const plain = plainErrors.find(([numbers]) => numbers.has(errno));
  if (plain !== undefined) return plain[1](message, details);
  const reason = dataErrors.get(errno);
  if (reason !== undefined) return new QueryError(`statement: it failed (${errno}): ${reason}`, details);
  // The class of wrong statements and names; what the server says of a data error can hold the value.
  if (/^(42|0A|21S01)/.test(sqlState)) return invalid(message, details);
  return new QueryError(`statement: it failed (${errno})`, details);
}

function invalid(reason: string, details: DatabaseErrorDetails): DatabaseError {
  return new InvalidQueryError(`statement: it cannot be run: ${reason}`, details);
}

/** Server gone, lost, shut down, killed (1927 of MariaDB), idle for too long (4031 of MySQL), and packets that could not be read or written. */
const lostNumbers: ReadonlySet<number> = new Set([1053, 1152, 1158, 1159, 1160, 1161, 1184, 1927, 2006, 2013, 4031]);

/** Deadlock, MariaDB's snapshot isolation, lock timeout under `innodb_rollback_on_timeout`, a table or transaction that has grown too large. */
const endingNumbers: ReadonlySet<number> = new Set([1020, 1114, 1180, 1197, 1205, 1206, 1213, 1614, 3572]);

type ToError = (reason: string, details: DatabaseErrorDetails) => DatabaseError;

/** Numbers whose messages hold no values. */
const plainErrors: readonly (readonly [ReadonlySet<number>, ToError])[] = [
  [lostNumbers, (reason, details) => new ConnectionLostError(`connection: it was lost: ${reason}`, details)],
  [
    new Set([1020]),
    (reason, details) => new SerializationFailureError(`transaction: it collided with another: ${reason}`, details),
  ],
  [
    new Set([1213, 1614]),
    (reason, details) => new DeadlockError(`transaction: it was chosen to end a deadlock: ${reason}`, details),
  ],
  [new Set([1205, 3572]), (reason, details) => new LockTimeoutError(`lock: it was not given: ${reason}`, details)],
  [new Set([1290, 1792, 1836]), (reason, details) => new ReadOnlyError(`write: it was refused: ${reason}`, details)],
  [new Set([1317]), (reason, details) => new QueryCancelledError(`statement: it was ended: ${reason}`, details)],
  [new Set([1969, 3024]), (reason, details) => new QueryTimeoutError(`statement: it was ended: ${reason}`, details)],
  [
    new Set([1044, 1045, 1142, 1143, 1227, 1370, 1410, 1419, 1698]),
    (reason, details) => new PermissionDeniedError(`statement: it was refused: ${reason}`, details),
  ],
  // Generated columns (1906 of MariaDB), arguments of a wrong number, placeholders beyond 65,535.
  [new Set([1054, 1109, 1146, 1210, 1243, 1356, 1364, 1390, 1835, 1906, 3105]), invalid],
  [
    new Set([1037, 1038, 1040, 1041, 1153, 1203, 1226, 1461]),
    (reason, details) => new QueryError(`server: it is short of resources: ${reason}`, details),
  ],
];

/** The server's own messages of these hold the refused values. */
const dataErrors: ReadonlyMap<number, string> = new Map([
  [1264, "a number is out of range"],
  [1265, "a value does not have the form of its type"],
  [1292, "a date or time is not one"],
  [1365, "division by zero"],
  [1366, "a value does not have the form of its type"],
  [1367, "a value does not have the form of its type"],
  [1406, "a text is too long"],
  [1411, "a value does not have the form of its type"],
  [1416, "a geometry is not one"],
  [1525, "a value does not have the form of its type"],
  [1644, "the database raised an exception"],
  [1690, "a number is out of range"],
  [3140, "a JSON text is not one"],
  [3141, "a JSON text is not one"],
]);
