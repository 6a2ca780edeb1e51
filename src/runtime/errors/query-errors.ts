import { DatabaseError } from "./database-error.js";

/** A statement failed for a reason that has no class of its own: `engineCode` and `cause` tell it. */
export class QueryError extends DatabaseError {
  override readonly name = "QueryError";
  readonly code = "queryFailed";
}

/** A query that cannot be run: wrong SQL, an unknown name, a parameter that is `undefined` or of the wrong kind. */
export class InvalidQueryError extends DatabaseError {
  override readonly name = "InvalidQueryError";
  readonly code = "invalidQuery";
}

/** A call took longer than its `timeoutMs`, or than the server's own limit. */
export class QueryTimeoutError extends DatabaseError {
  override readonly name = "QueryTimeoutError";
  readonly code = "queryTimeout";
}

/** The server was told to end the statement, by somebody else than this call. */
export class QueryCancelledError extends DatabaseError {
  override readonly name = "QueryCancelledError";
  readonly code = "queryCancelled";
}

/** The role may not do this. */
export class PermissionDeniedError extends DatabaseError {
  override readonly name = "PermissionDeniedError";
  readonly code = "permissionDenied";
}

/** No row has the key that was asked for. */
export class NotFoundError extends DatabaseError {
  override readonly name = "NotFoundError";
  readonly code = "notFound";
}
