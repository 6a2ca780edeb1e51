import type { PoolClient } from "pg";
import type { TransactionOptions } from "../executor.js";
import { DatabaseError } from "../errors/database-error.js";
import { TransactionAbortedError } from "../errors/transaction-errors.js";
import { TransactionScope } from "../transaction-scope.js";
import type { Begun } from "./begun.js";
import { assertIsolation, isolationLevels, type Isolation } from "./isolation.js";
import { PostgresqlClientChannel } from "./postgresql-client-channel.js";
import { breaksConnection } from "./postgresql-error.js";
import type { PostgresqlPoolChannel } from "./postgresql-pool-channel.js";
import { PostgresqlStatement } from "./postgresql-statement.js";
import { toCommand } from "./postgresql-text.js";

/** How deep an executor stands: 1 is a transaction, 2 and more a savepoint. */
export interface PostgresqlLevel {
  readonly channel: PostgresqlClientChannel;
  readonly scope: TransactionScope;
  readonly depth: number;
  readonly isolation: Isolation;
}

/** Opens a transaction on a connection of its own. */
export async function beginPostgresql(
  pool: PostgresqlPoolChannel,
  options: TransactionOptions = {},
): Promise<Begun<PostgresqlLevel>> {
  const client = await pool.connect();
  const run = runner(pool, client);
  try {
    await run(toBegin(options));
  } catch (error) {
    client.release(true);
    throw error;
  }
  const commit = async (): Promise<void> => {
    const command = await settled(client, run("commit"));
    // The server answers the commit of a failed transaction by rolling it back, without an error.
    if (command === "ROLLBACK")
      throw new TransactionAbortedError("transaction: a statement in it had failed, so nothing of it was kept");
  };
  const rollback = (): Promise<void> => settled(client, run("rollback")).then(nothing, nothing);
  return {
    level: toLevel(pool, client, { depth: 1, isolation: options.isolation ?? "readCommitted" }),
    commit,
    rollback,
  };
}

/** Waits for the turn of the level around it, and makes a savepoint there. */
export async function beginSavepoint(
  around: PostgresqlLevel,
  options: TransactionOptions = {},
): Promise<Begun<PostgresqlLevel>> {
  assertIsolation(around, options);
  await around.scope.turn();
  const { pool, client } = around.channel;
  const depth = around.depth + 1;
  const name = `tablewright_${depth}`;
  const run = runner(pool, client);
  const leave = (): void => around.scope.release();
  try {
    await run(`savepoint ${name}`);
    if (options.readOnly === true) await run("set transaction read only");
  } catch (error) {
    leave();
    throw error;
  }
  const commit = (): Promise<void> => run(`release savepoint ${name}`).then(nothing).finally(leave);
  // A rollback that fails leaves the transaction failed, or its connection lost: what encloses it meets that.
  const rollback = (): Promise<void> =>
    run(`rollback to savepoint ${name}`)
      .then(() => run(`release savepoint ${name}`))
      .then(nothing, nothing)
      .finally(leave);
  return {
    level: toLevel(pool, client, { depth, isolation: around.isolation, outer: around.scope }),
    commit,
    rollback,
  };
}

interface LevelFacts {
  readonly depth: number;
  readonly isolation: Isolation;
  readonly outer?: TransactionScope;
}

function toLevel(
  pool: PostgresqlPoolChannel,
  client: PoolClient,
  { depth, isolation, outer }: LevelFacts,
): PostgresqlLevel {
  const scope = new TransactionScope(outer);
  return { channel: new PostgresqlClientChannel(pool, client, scope), scope, depth, isolation };
}

/** Runs statements of our own past the turns, which the transaction's own calls take. Gives the server's word for what it did. */
function runner(pool: PostgresqlPoolChannel, client: PoolClient): (sql: string) => Promise<string> {
  const channel = new PostgresqlClientChannel(pool, client, new TransactionScope());
  return (sql) => new PostgresqlStatement(channel, toCommand(sql)).command();
}

/** Gives the connection back when the last statement has ended. */
async function settled(client: PoolClient, last: Promise<string>): Promise<string> {
  try {
    const command = await last;
    client.release();
    return command;
  } catch (error) {
    // A commit that the server refuses ends the transaction all the same.
    client.release(!(error instanceof DatabaseError) || breaksConnection(error.cause));
    throw error;
  }
}

function nothing(): void {}

function toBegin({ isolation, readOnly }: TransactionOptions): string {
  const level = isolation === undefined ? "" : ` isolation level ${isolationLevels[isolation]}`;
  return `begin${level}${readOnly === undefined ? "" : readOnly ? " read only" : " read write"}`;
}
