import type { TransactionOptions } from "../executor.js";
import { TransactionMisuseError } from "../errors/transaction-errors.js";
import type { SqlserverConnection } from "./sqlserver-connection.js";

export type Isolation = NonNullable<TransactionOptions["isolation"]>;

/** How the server spells a level. */
export const isolationLevels: Readonly<Record<Isolation, string>> = {
  readUncommitted: "read uncommitted",
  readCommitted: "read committed",
  repeatableRead: "repeatable read",
  serializable: "serializable",
};

/** The level that a connection has outside our transactions: the driver sets it when it connects, by its option `connectionIsolationLevel`. */
export function usualIsolation({ config }: SqlserverConnection): Isolation | "snapshot" {
  return usual.get(config.options.connectionIsolationLevel) ?? "readCommitted";
}

/** https://tediousjs.github.io/tedious/api-connection.html, `ISOLATION_LEVEL` */
const usual: ReadonlyMap<number | undefined, Isolation | "snapshot"> = new Map([
  [1, "readUncommitted"],
  [3, "repeatableRead"],
  [4, "serializable"],
  [5, "snapshot"],
]);

/**
 * Sets the level back, with a semicolon before it; empty where it was not changed. A level is the connection's, and would outlive the transaction
 * (https://learn.microsoft.com/en-us/sql/t-sql/statements/set-transaction-isolation-level-transact-sql).
 */
export function toRestoring(connection: SqlserverConnection, { isolation }: TransactionOptions): string {
  const before = usualIsolation(connection);
  if (isolation === undefined || isolation === before) return "";
  return `; set transaction isolation level ${before === "snapshot" ? before : isolationLevels[before]}`;
}

/** A savepoint has the isolation of its transaction. */
export function assertIsolation(around: Isolation | "snapshot", { isolation }: TransactionOptions): void {
  const order = Object.keys(isolationLevels);
  // A snapshot sees one state of the database, which is more than repeatable reads.
  const has = around === "snapshot" ? "repeatableRead" : around;
  if (isolation === undefined || order.indexOf(isolation) <= order.indexOf(has)) return;
  throw new TransactionMisuseError(
    `transaction: a nested one cannot be ${isolationLevels[isolation]} within one that is ${around === "snapshot" ? around : isolationLevels[around]}`,
  );
}
