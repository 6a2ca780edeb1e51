import { TablewrightError } from "./tablewright-error.js";

/** What is known of a failed statement; null where the database does not say. */
export interface DatabaseErrorDetails {
  /** The statement's text, with placeholders; null where the error belongs to no statement. */
  readonly sql?: string | null;
  readonly schema?: string | null;
  /** The table's name in the database. */
  readonly table?: string | null;
  /** The constraint's name in the database. */
  readonly constraint?: string | null;
  /** Property names of the columns concerned where the call came from a repository, else names in the database; empty where unknown. */
  readonly columns?: readonly string[];
  /** The engine's own code: an SQLSTATE (`23505`) or an SQLite result code (`SQLITE_BUSY`). */
  readonly engineCode?: string | null;
  /** The driver's error. It can hold values of the rows concerned. */
  readonly cause?: unknown;
}

/** Base of the errors that come from a database or from the way to it. */
export abstract class DatabaseError extends TablewrightError {
  readonly sql: string | null;
  readonly schema: string | null;
  readonly table: string | null;
  readonly constraint: string | null;
  readonly columns: readonly string[];
  readonly engineCode: string | null;

  constructor(message: string, details: DatabaseErrorDetails = {}) {
    super(message, details.cause);
    this.sql = details.sql ?? null;
    this.schema = details.schema ?? null;
    this.table = details.table ?? null;
    this.constraint = details.constraint ?? null;
    this.columns = details.columns ?? [];
    this.engineCode = details.engineCode ?? null;
  }
}
