/** Every code by which a program tells errors apart, without `instanceof`. */
export type ErrorCode =
  | "checkViolation"
  | "codec"
  | "connectionFailed"
  | "connectionLost"
  | "databaseClosed"
  | "deadlock"
  | "exclusionViolation"
  | "foreignKeyViolation"
  | "invalidQuery"
  | "lockTimeout"
  | "notFound"
  | "notNullViolation"
  | "permissionDenied"
  | "queryCancelled"
  | "queryFailed"
  | "queryTimeout"
  | "readOnly"
  | "serializationFailure"
  | "transactionAborted"
  | "transactionMisuse"
  | "uniqueViolation";

/** Base of every error that the runtime throws. Its message never holds a parameter's value or a credential; the driver's own error is the `cause`. */
export abstract class TablewrightError extends Error {
  abstract readonly code: ErrorCode;
  abstract override readonly name: string;

  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
  }
}
