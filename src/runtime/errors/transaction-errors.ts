import { DatabaseError } from "./database-error.js";

/** The transaction collided with another one: running it again can succeed, which `retries` does. */
export class SerializationFailureError extends DatabaseError {
  override readonly name = "SerializationFailureError";
  readonly code = "serializationFailure";
}

/** Transactions waited for each other and the database ended this one: running it again can succeed, which `retries` does. */
export class DeadlockError extends DatabaseError {
  override readonly name = "DeadlockError";
  readonly code = "deadlock";
}

/** A lock was not given in time. On SQLite another connection was writing for longer than `timeoutMs`; there `retries` covers it. */
export class LockTimeoutError extends DatabaseError {
  override readonly name = "LockTimeoutError";
  readonly code = "lockTimeout";
}

/** The database had given the transaction up before its function ended, because a statement in it had failed: nothing of it was kept. */
export class TransactionAbortedError extends DatabaseError {
  override readonly name = "TransactionAbortedError";
  readonly code = "transactionAborted";
}

/** A transaction was used after its end, around an inner transaction, or with options that it cannot have. */
export class TransactionMisuseError extends DatabaseError {
  override readonly name = "TransactionMisuseError";
  readonly code = "transactionMisuse";
}

/** A write was tried in a read-only transaction, on a read-only connection or on a read-only server. */
export class ReadOnlyError extends DatabaseError {
  override readonly name = "ReadOnlyError";
  readonly code = "readOnly";
}
