import type { OpenTransaction } from "../transaction.js";

/** A transaction or savepoint that a server has begun, and the level on which an executor then runs its statements. */
export interface Begun<Level> extends Pick<OpenTransaction, "commit" | "rollback"> {
  readonly level: Level;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}
