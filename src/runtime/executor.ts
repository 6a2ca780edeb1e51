import type { Dialect } from "./dialect/dialect.js";
import type { ErrorTable } from "./errors/error-context.js";
import type { QueryEvents } from "./query-events.js";

/** A row as the driver gives it: values by position, not yet converted. */
export type Row = readonly unknown[];

/** A result that an in-process engine has at once and a server only later: test with `instanceof Promise` to save an await. */
export type Eventually<T> = T | Promise<T>;

/** How a single call may be bounded. */
export interface CallOptions {
  /** Aborts the call: the promise is rejected with the signal's reason. SQLite runs a statement to its end once it has begun. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds until the call fails with `QueryTimeoutError`; absent means no limit. On SQLite it bounds the wait for the connection only. */
  readonly timeoutMs?: number | undefined;
}

/** A statement that its executor prepared, or will prepare on first use. Holding it in a field saves the look-up by text. */
export interface PreparedStatement {
  readonly sql: string;
  /** Runs it and gives its rows, as arrays of driver values. */
  all(params: readonly unknown[], options?: CallOptions): Eventually<readonly Row[]>;
  /** Runs it and gives the number of rows it changed. */
  run(params: readonly unknown[], options?: CallOptions): Eventually<number>;
  /** Runs an insertion of one row for each list of parameters, and gives each row. Only of engines that insert so (`InsertDialect.batches`). */
  batch?(rows: readonly (readonly unknown[])[], options?: CallOptions): Promise<readonly Row[]>;
  /** Runs an insertion. Only of engines whose insertions give no rows (`Dialect.writes`). */
  insert?(params: readonly unknown[], options?: CallOptions): Eventually<Inserted>;
}

/** What an engine tells of an insertion that gives no rows. */
export interface Inserted {
  /** How many rows were inserted. */
  readonly count: number;
  /** The digits of the first number that the statement took from the table's counter (AUTO_INCREMENT); null where it took none. */
  readonly insertId: string | null;
}

export interface PrepareOptions {
  /** The table that the statement is about: its errors then carry property names. */
  readonly table?: ErrorTable | undefined;
  /** 64-bit integers arrive as bigint: see `Codec.wide`. */
  readonly wide?: boolean;
  /** False for one-off text, which is not kept prepared. Default true. */
  readonly keep?: boolean;
  /** Whether timestamps may arrive as milliseconds since 1970 in place of text: nothing needs their further digits. Default false. */
  readonly instants?: boolean;
}

/** Where statements run: a database, or one open transaction of it. */
export interface Executor {
  readonly dialect: Dialect;
  /** Who listens to the statements of this database. */
  readonly events: QueryEvents;
  /** True within an open transaction. */
  readonly inTransaction?: boolean;
  /** Gives the same object for the same text as long as it is kept. */
  prepare(sql: string, options?: PrepareOptions): PreparedStatement;
  /**
   * Runs SQL as a person wrote it, with the dialect's placeholders: parameters are plain JavaScript values, and rows are objects by column label whose
   * values are decoded by what the driver says of each column. A statement without rows gives an empty array.
   */
  raw(sql: string, params: readonly unknown[], options?: RawOptions): Eventually<readonly object[]>;
  /**
   * Calls a procedure whose outputs go through variables, on one connection (MySQL, MariaDB); absent on engines whose call answers with a row, as any
   * statement does.
   */
  readonly callProcedure?: (call: ProcedureCall, options?: CallOptions) => Promise<ProcedureReply>;
  /** Rows in batches, without holding them all; leaving the loop early frees the connection. */
  stream(sql: string, params: readonly unknown[], options: StreamOptions): AsyncIterable<readonly Row[]>;
  /** Runs `run` in a transaction of its own, or in a savepoint where one is open. */
  transaction<R>(run: (tx: Executor) => Promise<R>, options?: TransactionOptions): Promise<R>;
  /** Ends every connection that it opened; a pool handed in by the caller stays open. */
  close(): Promise<void>;
}

/** Three statements that run on one connection, one after the other. */
export interface ProcedureCall {
  /** Gives the variables their values; null where the procedure has no outputs. */
  readonly before: CallStatement | null;
  readonly call: CallStatement;
  /** Reads the variables; null where the procedure has no outputs. */
  readonly after: string | null;
}

export interface CallStatement {
  readonly sql: string;
  readonly params: readonly unknown[];
}

export interface ProcedureReply {
  /** The rows of every statement in the procedure that gives some, in order: objects, as `raw` gives them. */
  readonly sets: readonly (readonly object[])[];
  /** The one row of the variables, as the driver gives it; no row where there are none. */
  readonly out: readonly Row[];
}

export interface RawOptions extends CallOptions {
  /** False for one-off text, which is not kept prepared. Default true. */
  readonly keep?: boolean;
}

export interface StreamOptions extends PrepareOptions, CallOptions {
  readonly batchSize: number;
}

export interface TransactionOptions {
  /** Default: the server's own default. SQLite knows only `serializable`. */
  readonly isolation?: "readUncommitted" | "readCommitted" | "repeatableRead" | "serializable" | undefined;
  /** Default false. */
  readonly readOnly?: boolean | undefined;
  /**
   * How often to run the whole function again after a serialization failure, a deadlock or, on SQLite, a busy database. Default 0. In a nested
   * transaction it has no effect: only the outermost one can be run again.
   */
  readonly retries?: number | undefined;
}
