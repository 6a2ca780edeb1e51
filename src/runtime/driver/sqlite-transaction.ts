import type { TransactionOptions } from "../executor.js";
import { TransactionAbortedError } from "../errors/transaction-errors.js";
import { TransactionScope } from "../transaction-scope.js";
import type { SqliteConnection } from "./sqlite-connection.js";

/** How deep an executor stands: 0 is the connection itself, 1 a transaction, 2 and more a savepoint. */
export interface SqliteLevel {
  readonly scope: TransactionScope;
  readonly depth: number;
  readonly readOnly: boolean;
}

export interface SqliteBegun extends SqliteEnds {
  readonly level: SqliteLevel;
}

interface SqliteEnds {
  readonly commit: () => void;
  readonly rollback: () => void;
}

/** Waits for the turn of the level around it, and opens a transaction or a savepoint there. */
export async function beginSqlite(
  connection: SqliteConnection,
  around: SqliteLevel,
  options: TransactionOptions = {},
): Promise<SqliteBegun> {
  await around.scope.turn();
  const depth = around.depth + 1;
  const readOnly = around.readOnly || (options.readOnly ?? false);
  const ends = depth === 1 ? endsOfTransaction(connection) : endsOfSavepoint(connection, `tablewright_${depth}`);
  const leave = (): void => {
    setReadOnly(connection, readOnly, around.readOnly);
    around.scope.release();
  };
  try {
    setReadOnly(connection, around.readOnly, readOnly);
    connection.run(depth === 1 ? toBegin(connection, readOnly) : `savepoint tablewright_${depth}`);
  } catch (error) {
    leave();
    throw error;
  }
  const finish = (end: () => void) => (): void => {
    try {
      end();
    } finally {
      leave();
    }
  };
  return {
    level: { scope: new TransactionScope(around.scope), depth, readOnly },
    commit: finish(ends.commit),
    rollback: finish(ends.rollback),
  };
}

/** A writing transaction takes the lock at its start: one that takes it later fails when somebody else has written meanwhile. */
function toBegin(connection: SqliteConnection, readOnly: boolean): string {
  return readOnly || connection.native.readonly ? "begin" : "begin immediate";
}

/** SQLite has no read-only transactions; the setting is the connection's, which the transaction has for itself. */
function setReadOnly(connection: SqliteConnection, from: boolean, to: boolean): void {
  if (from !== to) connection.run(`pragma query_only = ${to ? "on" : "off"}`);
}

function endsOfTransaction(connection: SqliteConnection): SqliteEnds {
  const rollback = (): void => {
    if (connection.native.inTransaction) connection.run("rollback");
  };
  const commit = (): void => {
    assertInTransaction(connection);
    try {
      connection.run("commit");
    } catch (error) {
      // A failed commit (a deferred foreign key, a busy database) leaves the transaction open.
      rollback();
      throw error;
    }
  };
  return { commit, rollback };
}

function endsOfSavepoint(connection: SqliteConnection, name: string): SqliteEnds {
  return {
    commit: () => {
      assertInTransaction(connection);
      connection.run(`release ${name}`);
    },
    rollback: () => {
      if (!connection.native.inTransaction) return;
      connection.run(`rollback to ${name}`);
      connection.run(`release ${name}`);
    },
  };
}

/** Some failures (a full disk, `ON CONFLICT ROLLBACK`) end the whole transaction on their own: https://www.sqlite.org/lang_transaction.html */
function assertInTransaction(connection: SqliteConnection): void {
  if (!connection.native.inTransaction) {
    throw new TransactionAbortedError("transaction: SQLite had rolled it back after a failed statement");
  }
}
