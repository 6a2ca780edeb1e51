import { DatabaseError } from "./database-error.js";

/** The database could not be reached or opened, or it refused the login. */
export class ConnectionFailedError extends DatabaseError {
  override readonly name = "ConnectionFailedError";
  readonly code = "connectionFailed";
}

/** The connection broke while it was in use. Whether a statement under way, a commit included, took effect is not known. */
export class ConnectionLostError extends DatabaseError {
  override readonly name = "ConnectionLostError";
  readonly code = "connectionLost";
}

/** The database object was used after `close()`. */
export class DatabaseClosedError extends DatabaseError {
  override readonly name = "DatabaseClosedError";
  readonly code = "databaseClosed";
}
