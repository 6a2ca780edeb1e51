import type { TransactionOptions } from "../executor.js";
import { isolationLevels, type Isolation } from "./isolation.js";
import type { SqlserverConnection } from "./sqlserver-connection.js";

/** The level that a connection has outside our transactions: the driver sets it when it connects, by its option `connectionIsolationLevel`. */
function usualIsolation({ config }: SqlserverConnection): Isolation | "snapshot" {
  return levels.get(config.options.connectionIsolationLevel) ?? "readCommitted";
}

/** The driver's number of the level for a transaction: its own default would set the connection's aside. */
export function toLevelNumber(connection: SqlserverConnection, { isolation }: TransactionOptions): number {
  const level = isolation ?? usualIsolation(connection);
  return [...levels].find(([, name]) => name === level)?.[0] ?? readCommitted;
}

const readCommitted = 2;

/** https://tediousjs.github.io/tedious/api-connection.html, `ISOLATION_LEVEL` */
const levels: ReadonlyMap<number | undefined, Isolation | "snapshot"> = new Map([
  [1, "readUncommitted"],
  [readCommitted, "readCommitted"],
  [3, "repeatableRead"],
  [4, "serializable"],
  [5, "snapshot"],
]);

/**
 * What sets the level back; null where it was not changed. A level is the connection's, and would outlive the transaction. It goes as a plain batch: one
 * that a procedure sets, such as sp_executesql, ends with it
 * (https://learn.microsoft.com/en-us/sql/t-sql/statements/set-transaction-isolation-level-transact-sql).
 */
export function toRestoring(connection: SqlserverConnection, { isolation }: TransactionOptions): string | null {
  const before = usualIsolation(connection);
  if (isolation === undefined || isolation === before) return null;
  return `set transaction isolation level ${before === "snapshot" ? before : isolationLevels[before]}`;
}

/** The level of the standard that a transaction has at least: a snapshot sees one state of the database, which is more than repeatable reads. */
export function toStandardIsolation(connection: SqlserverConnection, { isolation }: TransactionOptions): Isolation {
  const level = isolation ?? usualIsolation(connection);
  return level === "snapshot" ? "repeatableRead" : level;
}
