import type { TransactionOptions } from "../executor.js";
import { TransactionScope } from "../transaction-scope.js";
import type { Begun } from "./begun.js";
import { assertIsolation, type Isolation } from "./isolation.js";
import type { SqlserverChannel } from "./sqlserver-channel.js";
import { SqlserverClientChannel } from "./sqlserver-client-channel.js";
import { breakOff, type SqlserverConnection } from "./sqlserver-connection.js";
import { toLevelNumber, toRestoring, toStandardIsolation } from "./sqlserver-isolation.js";
import type { SqlserverPoolChannel } from "./sqlserver-pool-channel.js";
import { sendSqlserver } from "./sqlserver-query.js";
import { SqlserverStatement } from "./sqlserver-statement.js";
import { SqlserverTransactionConnection } from "./sqlserver-transaction-connection.js";

/** How deep an executor stands: 1 is a transaction, 2 and more a savepoint. */
export interface SqlserverLevel {
  readonly channel: SqlserverClientChannel;
  readonly scope: TransactionScope;
  readonly depth: number;
  readonly isolation: Isolation;
  readonly readOnly: boolean;
}

/**
 * Opens a transaction on a connection of its own. `readOnly` is kept here, by the words of each statement, as the server has nothing of the kind
 * (`mayWrite`).
 */
export async function beginSqlserver(
  pool: SqlserverPoolChannel,
  options: TransactionOptions = {},
): Promise<Begun<SqlserverLevel>> {
  const connection = await pool.connect();
  const act = actor(pool);
  const run = runner(pool, connection);
  try {
    await act("begin transaction", (done) => connection.beginTransaction(done, "", toLevelNumber(connection, options)));
  } catch (error) {
    abandon(pool, connection);
    throw error;
  }
  const on = new SqlserverTransactionConnection(connection, pool.tedious);
  const scope = new TransactionScope();
  const readOnly = options.readOnly ?? false;
  const restoring = toRestoring(connection, options);
  const leave = (last: Promise<void>): Promise<void> =>
    settled(pool, connection, restoring === null ? last : last.then(() => run(restoring)));
  const rollback = async (): Promise<void> => {
    const isOpen = connection.inTransaction && on.refusal() === null;
    // What is left of a transaction that the server has ended, or its connection, is not worth keeping.
    if (isOpen) await leave(act("rollback transaction", (done) => connection.rollbackTransaction(done))).catch(nothing);
    else abandon(pool, connection);
  };
  const commit = async (): Promise<void> => {
    const refusal = on.refusal();
    if (refusal === null) return leave(act("commit transaction", (done) => connection.commitTransaction(done)));
    await rollback();
    throw refusal;
  };
  return {
    level: {
      channel: new SqlserverClientChannel({ pool, on, scope, refusesWrites: readOnly }),
      scope,
      depth: 1,
      isolation: toStandardIsolation(connection, options),
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
): Promise<Begun<SqlserverLevel>> {
  assertIsolation(around, options);
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
    if (on.refusal() === null) await run(`rollback transaction ${name}`).catch(nothing);
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

type Act = (sql: string, start: (done: (error?: Error | null) => void) => void) => Promise<void>;

/** Does the same for what is no batch but a request of the protocol, which listeners see as the statement that it stands for. */
function actor({ events }: SqlserverPoolChannel): Act {
  return (sql, start) => {
    const send: SqlserverChannel["send"] = (_, reply) =>
      start((error) => reply(error ?? null, error ? undefined : { sets: [], count: 0 }));
    return new SqlserverStatement({ events, send }, sql, { command: true }).ask([], nothing);
  };
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
