import type { PoolConnection } from "mysql2";
import type { CallOptions, TransactionOptions } from "../executor.js";
import { DatabaseError } from "../errors/database-error.js";
import { TransactionScope } from "../transaction-scope.js";
import type { Begun } from "./begun.js";
import { assertIsolation, isolationLevels, type Isolation } from "./isolation.js";
import { MysqlClientChannel } from "./mysql-client-channel.js";
import type { MysqlPoolChannel } from "./mysql-pool-channel.js";
import { MysqlStatement } from "./mysql-statement.js";
import { MysqlTransactionConnection } from "./mysql-transaction-connection.js";

/** How deep an executor stands: 1 is a transaction, 2 and more a savepoint. */
export interface MysqlLevel {
  readonly channel: MysqlClientChannel;
  readonly scope: TransactionScope;
  readonly depth: number;
  readonly isolation: Isolation;
  readonly readOnly: boolean;
}

/** Opens a transaction on a connection of its own. */
export async function beginMysql(pool: MysqlPoolChannel, options: TransactionOptions = {}): Promise<Begun<MysqlLevel>> {
  const connection = await pool.connect();
  const on = new MysqlTransactionConnection(connection);
  const run = runner(pool, on);
  try {
    // It holds for the next transaction alone.
    if (options.isolation !== undefined)
      await run(`set transaction isolation level ${isolationLevels[options.isolation]}`);
    await run(toStart(options));
  } catch (error) {
    // Whatever has become of the transaction, nobody is to go on in it.
    connection.destroy();
    pool.release(connection, null);
    throw error;
  }
  const level = { depth: 1, isolation: options.isolation ?? "repeatableRead", readOnly: options.readOnly ?? false };
  const scope = new TransactionScope();
  return {
    level: { ...level, scope, channel: new MysqlClientChannel({ pool, on, scope }) },
    commit: () => commit(pool, on, run),
    rollback: () => settled(pool, connection, run("rollback")).catch(nothing),
  };
}

/** Waits for the turn of the level around it, and makes a savepoint there. */
export async function beginMysqlSavepoint(
  around: MysqlLevel,
  options: TransactionOptions = {},
): Promise<Begun<MysqlLevel>> {
  assertIsolation(around, options);
  await around.scope.turn();
  const { pool, on } = around.channel;
  const depth = around.depth + 1;
  const name = `tablewright_${depth}`;
  const run = runner(pool, on);
  const leave = (): void => around.scope.release();
  try {
    const refusal = on.refusal();
    if (refusal !== null) throw refusal;
    await run(`savepoint ${name}`);
  } catch (error) {
    leave();
    throw error;
  }
  const scope = new TransactionScope(around.scope);
  const readOnly = around.readOnly || options.readOnly === true;
  const channel = new MysqlClientChannel({ pool, on, scope, refusesWrites: readOnly });
  return {
    level: { channel, scope, depth, isolation: around.isolation, readOnly },
    commit: () => run(`release savepoint ${name}`).finally(leave),
    // One that fails leaves a transaction that is gone, or its connection lost: what encloses it meets that.
    rollback: () =>
      run(`rollback to savepoint ${name}`)
        .then(() => run(`release savepoint ${name}`))
        .catch(nothing)
        .finally(leave),
  };
}

/** A connection for statements that belong together, outside any transaction. */
export async function onOneConnection<R>(
  pool: MysqlPoolChannel,
  run: (channel: MysqlClientChannel) => Promise<R>,
): Promise<R> {
  const connection = await pool.connect();
  const on = new MysqlTransactionConnection(connection, { expectsTransaction: false });
  const channel = new MysqlClientChannel({ pool, on, scope: new TransactionScope() });
  return settled(pool, connection, run(channel));
}

/** A turn of a level for statements that belong together. */
export async function inOneTurn<R>(
  { channel, scope }: MysqlLevel,
  run: (channel: MysqlClientChannel) => Promise<R>,
  options?: CallOptions,
): Promise<R> {
  await scope.turn(options);
  try {
    return await run(channel.past(new TransactionScope()));
  } finally {
    scope.release();
  }
}

/** A transaction that the server has rolled back cannot be committed; one that a statement has committed is. */
async function commit(
  pool: MysqlPoolChannel,
  on: MysqlTransactionConnection,
  run: (sql: string) => Promise<void>,
): Promise<void> {
  const refusal = on.isAborted ? on.refusal() : null;
  await settled(pool, on.connection, refusal === null ? run("commit") : run("rollback"));
  if (refusal !== null) throw refusal;
}

/** Runs statements of our own past the turns, which the transaction's own calls take, and whatever has become of the transaction. */
function runner(pool: MysqlPoolChannel, { connection }: MysqlTransactionConnection): (sql: string) => Promise<void> {
  const on = new MysqlTransactionConnection(connection, { expectsTransaction: false });
  const channel = new MysqlClientChannel({ pool, on, scope: new TransactionScope() });
  return (sql) => new MysqlStatement(channel, sql, { keep: true, command: true }).ask([], nothing);
}

/** Gives the connection back when the last statement has ended. */
async function settled<R>(pool: MysqlPoolChannel, connection: PoolConnection, last: Promise<R>): Promise<R> {
  try {
    const result = await last;
    pool.release(connection, null);
    return result;
  } catch (error) {
    // A commit that the server refuses ends the transaction all the same.
    const cause = error instanceof DatabaseError ? error.cause : error;
    pool.release(connection, cause);
    throw error;
  }
}

function nothing(): void {}

function toStart({ readOnly }: TransactionOptions): string {
  return `start transaction${readOnly === undefined ? "" : readOnly ? " read only" : " read write"}`;
}
