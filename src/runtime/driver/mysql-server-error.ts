/** An error that the server sent, as mysql2 gives it. */
export interface MysqlServerError extends Error {
  /** The server's number for it: https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html and https://mariadb.com/kb/en/mariadb-error-code-reference/ */
  readonly errno: number;
  readonly sqlState: string;
}

/** Told by its fields, not its class: errors of the connection have a negative number, or none, and never a state. */
export function isMysqlServerError(error: unknown): error is MysqlServerError {
  return error instanceof Error && "sqlState" in error && "errno" in error && typeof error.errno === "number";
}
