import type { TransactionOptions } from "../executor.js";
import { TransactionMisuseError } from "../errors/transaction-errors.js";

export type Isolation = NonNullable<TransactionOptions["isolation"]>;

/** The levels of the SQL standard as SQL writes them, the weakest first. */
export const isolationLevels: Readonly<Record<Isolation, string>> = {
  readUncommitted: "read uncommitted",
  readCommitted: "read committed",
  repeatableRead: "repeatable read",
  serializable: "serializable",
};

/** Refuses a savepoint that is to be isolated more strictly than its transaction, whose isolation it has. */
export function assertIsolation(
  around: { readonly isolation: Isolation },
  { isolation }: Pick<TransactionOptions, "isolation">,
): void {
  const order = Object.keys(isolationLevels);
  if (isolation === undefined || order.indexOf(isolation) <= order.indexOf(around.isolation)) return;
  throw new TransactionMisuseError(
    `transaction: a nested one cannot be ${isolationLevels[isolation]} within one that is ${isolationLevels[around.isolation]}`,
  );
}
