/** An error that the server sent, as pg gives it: https://www.postgresql.org/docs/current/protocol-error-fields.html */
export interface ServerError extends Error {
  /** The SQLSTATE. */
  readonly code: string;
  /** In the server's language before it is known to be English: `ERROR`, `FATAL`. */
  readonly severity: string;
  readonly detail?: string;
  /** The place in the text that it is about, from 1. */
  readonly position?: string;
  readonly schema?: string;
  readonly table?: string;
  readonly column?: string;
  readonly dataType?: string;
  readonly constraint?: string;
}

/** Told by its fields, not its class: a pool that is handed in can come from another copy of the driver. */
export function isServerError(error: unknown): error is ServerError {
  return error instanceof Error && "severity" in error && "code" in error && typeof error.code === "string";
}
