import { TransactionScope, type TransactionOptions } from "tablewright/dialect";
import { TransactionAbortedError } from "tablewright/runtime";
import { toTransactionChannel, type DuckdbChannel } from "./duckdb-channel.js";
import type { DuckdbConnection } from "./duckdb-connection.js";
import { toDuckdbError } from "./duckdb-error.js";
import type { DuckdbPool } from "./duckdb-pool.js";

/** An open transaction, or a part of one. */
export interface DuckdbLevel {
  readonly channel: DuckdbChannel;
  readonly scope: TransactionScope;
  readonly connection: DuckdbConnection;
  /** What befell the whole transaction, which its parts share. */
  readonly fate: { failed: boolean };
}

/** A transaction before an executor is made for it. */
export interface DuckdbBegun {
  readonly level: DuckdbLevel;
  readonly scope: TransactionScope;
  readonly commit: () => Promise<void>;
  readonly rollback: () => Promise<void>;
}

/**
 * Opens a transaction on a connection of its own. Every one of them sees the database as it was at its beginning, and fails where another has changed the
 * same rows since: DuckDB has this one level of isolation, which stands for every one that may be asked for
 * (https://duckdb.org/docs/stable/connect/concurrency).
 */
export async function beginDuckdb(pool: DuckdbPool, options: TransactionOptions = {}): Promise<DuckdbBegun> {
  const connection = await pool.acquire();
  const run = (sql: string): Promise<unknown> => connection.run({ sql, params: [] });
  try {
    await run(options.readOnly === true ? "begin transaction read only" : "begin transaction");
  } catch (error) {
    pool.release(connection);
    throw toDuckdbError(error);
  }
  const rollback = (): Promise<void> =>
    run("rollback")
      .then(nothing, nothing)
      .finally(() => pool.release(connection));
  const level = toLevel(pool, connection, null);
  const commit = async (): Promise<void> => {
    if (level.fate.failed) {
      await rollback();
      throw new TransactionAbortedError(
        "transaction: a nested one had failed, and DuckDB has no savepoints: nothing of it was kept",
      );
    }
    try {
      await run("commit");
    } catch (error) {
      await run("rollback").catch(nothing);
      throw toDuckdbError(error);
    } finally {
      pool.release(connection);
    }
  };
  return { level, scope: level.scope, commit, rollback };
}

/** A nested transaction: a part of the one around it, as DuckDB has no savepoints. Where it fails, the whole fails. */
export async function beginWithin(around: DuckdbLevel): Promise<DuckdbBegun> {
  await around.scope.turn();
  const level = toLevel(around.channel.pool, around.connection, around);
  const leave = (): void => around.scope.release();
  const commit = async (): Promise<void> => leave();
  const rollback = async (): Promise<void> => {
    around.fate.failed = true;
    leave();
  };
  return { level, scope: level.scope, commit, rollback };
}

function toLevel(pool: DuckdbPool, connection: DuckdbConnection, around: DuckdbLevel | null): DuckdbLevel {
  const scope = new TransactionScope(around?.scope ?? null);
  const channel = toTransactionChannel(pool, connection, scope);
  return { channel, scope, connection, fate: around?.fate ?? { failed: false } };
}

function nothing(): void {}
