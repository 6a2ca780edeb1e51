import type { TransactionOptions } from "../executor.js";
import { TransactionScope } from "../transaction-scope.js";
import type { SqlserverChannel } from "./sqlserver-channel.js";
import { SqlserverClientChannel } from "./sqlserver-client-channel.js";
import { breakOff, type SqlserverConnection } from "./sqlserver-connection.js";
import {
  assertIsolation,
  isolationLevels,
  toRestoring,
  usualIsolation,
  type Isolation,
} from "./sqlserver-isolation.js";
import type { SqlserverPoolChannel } from "./sqlserver-pool-channel.js";
import { sendSqlserver } from "./sqlserver-query.js";
import { SqlserverStatement } from "./sqlserver-statement.js";
import { SqlserverTransactionConnection } from "./sqlserver-transaction-connection.js";

/** How deep an executor stands: 1 is a transaction, 2 and more a savepoint. */
export interface SqlserverLevel {
  readonly channel: SqlserverClientChannel;
  readonly scope: TransactionScope;
  readonly depth: number;
  readonly isolation: Isolation | "snapshot";
  readonly readOnly: boolean;
}

export interface SqlserverBegun {
  readonly level: SqlserverLevel;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

/**
 * Opens a transaction on a connection of its own. `readOnly` is kept here, by the words of each statement, as the server has nothing of the kind
 * (`mayWrite`).
 */
export async function beginSqlserver(
  pool: SqlserverPoolChannel,
  options: TransactionOptions = {},
): Promise<SqlserverBegun> {
  const connection = await pool.connect();
  const run = runner(pool, connection);
  const restoring = toRestoring(connection, options);
  try {
    await run(toBegin(options));
  } catch (error) {
    abandon(pool, connection);
    throw error;
  }
  const on = new SqlserverTransactionConnection(connection);
  const scope = new TransactionScope();
  const readOnly = options.readOnly ?? false;
  const rollback = (): Promise<void> =>
    settled(pool, connection, run(`if @@trancount > 0 rollback transaction${restoring}`)).catch(nothing);
  const commit = async (): Promise<void> => {
    const refusal = on.refusal();
    if (refusal === null) return settled(pool, connection, run(`commit transaction${restoring}`));
    await rollback();
    throw refusal;
  };
  return {
    level: {
      channel: new SqlserverClientChannel({ pool, on, scope, refusesWrites: readOnly }),
      scope,
      depth: 1,
      isolation: options.isolation ?? usualIsolation(connection),
      readOnly,
    },
    commit,
    rollback,
  };
}

/** Waits for the turn of the level around it, and makes a savepoint there. The server has nothing that releases one. */
export async function beginSqlserverSavepoint(
  around: SqlserverLevel,
  options: TransactionOptions = {},
): Promise<SqlserverBegun> {
  assertIsolation(around.isolation, options);
  await around.scope.turn();
  const { pool, on } = around.channel;
  const depth = around.depth + 1;
  // A name that is used again stands for the latest: https://learn.microsoft.com/en-us/sql/t-sql/language-elements/save-transaction-transact-sql
  const name = `tablewright_${depth}`;
  const run = runner(pool, on.connection);
  const leave = (): void => around.scope.release();
  try {
    const refusal = on.refusal();
    if (refusal !== null) throw refusal;
    await run(`save transaction ${name}`);
  } catch (error) {
    leave();
    throw error;
  }
  const scope = new TransactionScope(around.scope);
  const readOnly = around.readOnly || options.readOnly === true;
  const channel = new SqlserverClientChannel({ pool, on, scope, refusesWrites: readOnly });
  const commit = async (): Promise<void> => {
    leave();
    const refusal = on.refusal();
    if (refusal !== null) throw refusal;
  };
  // One that fails leaves a transaction that is gone, or its connection lost: what encloses it meets that.
  const undo = async (): Promise<void> => {
    if (on.refusal() === null) await run(`rollback transaction ${name}`).catch((error) => on.notice(error));
  };
  return {
    level: { channel, scope, depth, isolation: around.isolation, readOnly },
    commit,
    rollback: () => undo().finally(leave),
  };
}

/** Runs batches of our own past the turns, which the transaction's own calls take. */
function runner(pool: SqlserverPoolChannel, connection: SqlserverConnection): (sql: string) => Promise<void> {
  const channel: SqlserverChannel = {
    events: pool.events,
    send: (request, reply) => sendSqlserver(pool.tedious, connection, request, reply),
  };
  return (sql) => new SqlserverStatement(channel, sql, { command: true }).ask([], nothing);
}

/** Gives the connection back when the last batch has ended; one that failed leaves a state that nobody is to go on in. */
async function settled(
  pool: SqlserverPoolChannel,
  connection: SqlserverConnection,
  last: Promise<void>,
): Promise<void> {
  try {
    await last;
  } catch (error) {
    abandon(pool, connection);
    throw error;
  }
  pool.release(connection, null);
}

function abandon(pool: SqlserverPoolChannel, connection: SqlserverConnection): void {
  breakOff(connection);
  pool.release(connection, null);
}

function nothing(): void {}

/** Goes as a plain batch: a level that a procedure sets, such as sp_executesql, ends with it. */
function toBegin({ isolation }: TransactionOptions): string {
  const level = isolation === undefined ? "" : `set transaction isolation level ${isolationLevels[isolation]}; `;
  return `${level}begin transaction`;
}
