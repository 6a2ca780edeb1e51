import type { TransactionOptions } from "../executor.js";
import { DatabaseError } from "../errors/database-error.js";
import { TransactionScope } from "../transaction-scope.js";
import type { Begun } from "./begun.js";
import { assertIsolation, type Isolation } from "./isolation.js";
import type { OracleChannel } from "./oracle-channel.js";
import { OracleClientChannel } from "./oracle-client-channel.js";
import type { OraclePoolChannel } from "./oracle-pool-channel.js";
import { sendOracle } from "./oracle-query.js";
import type { OracleSession } from "./oracle-session.js";
import { OracleStatement } from "./oracle-statement.js";
import { OracleTransactionConnection } from "./oracle-transaction-connection.js";

/** How deep an executor stands: 1 is a transaction, 2 and more a savepoint. */
export interface OracleLevel {
  readonly channel: OracleClientChannel;
  readonly scope: TransactionScope;
  readonly depth: number;
  readonly isolation: Isolation;
  readonly readOnly: boolean;
}

/** Opens a transaction on a connection of its own. The server begins one with the first statement; its kind has to be said before. */
export async function beginOracle(
  pool: OraclePoolChannel,
  options: TransactionOptions = {},
): Promise<Begun<OracleLevel>> {
  const session = await pool.connect();
  const on = new OracleTransactionConnection(session);
  const start = toStart(options);
  try {
    if (start !== null) await runner(pool, session)(start);
  } catch (error) {
    await pool.release(session, causeOf(error));
    throw error;
  }
  const scope = new TransactionScope();
  const readOnly = options.readOnly ?? false;
  const isolation = start === null ? "readCommitted" : "serializable";
  const act = actor(pool);
  return {
    level: {
      channel: new OracleClientChannel({ pool, on, scope, refusesWrites: false }),
      scope,
      depth: 1,
      isolation,
      readOnly,
    },
    commit: async () => {
      const refusal = on.refusal();
      // A transaction that is over has nothing to commit, and one whose connection is lost nothing that could be.
      if (refusal === null)
        return settled(
          pool,
          session,
          act("commit", () => session.connection.commit()),
        );
      await pool.release(session, on.lost);
      throw refusal;
    },
    rollback: async () => {
      if (on.lost !== null) return pool.release(session, on.lost);
      await settled(
        pool,
        session,
        act("rollback", () => session.connection.rollback()),
      ).catch(nothing);
    },
  };
}

/**
 * Waits for the turn of the level around it, and makes a savepoint there. The server has nothing that releases one: a name that is used again stands for the latest
 * (https://docs.oracle.com/en/database/oracle/oracle-database/23/sqlrf/SAVEPOINT.html).
 */
export async function beginOracleSavepoint(
  around: OracleLevel,
  options: TransactionOptions = {},
): Promise<Begun<OracleLevel>> {
  assertIsolation(around, options);
  await around.scope.turn();
  const { pool, on } = around.channel;
  const depth = around.depth + 1;
  const name = `tablewright_${depth}`;
  const run = runner(pool, on.session);
  const leave = (): void => around.scope.release();
  // A transaction that only reads takes no savepoint, and has nothing to go back to.
  const marks = !around.readOnly;
  try {
    const refusal = on.refusal();
    if (refusal !== null) throw refusal;
    if (marks) await run(`savepoint ${name}`);
  } catch (error) {
    leave();
    throw error;
  }
  const scope = new TransactionScope(around.scope);
  const readOnly = around.readOnly || options.readOnly === true;
  const channel = new OracleClientChannel({ pool, on, scope, refusesWrites: readOnly });
  const commit = async (): Promise<void> => {
    leave();
    const refusal = on.refusal();
    if (refusal !== null) throw refusal;
  };
  // One that fails leaves a transaction that is gone, or its connection lost: what encloses it meets that.
  const undo = async (): Promise<void> => {
    if (marks && on.refusal() === null) await run(`rollback to savepoint ${name}`).catch(nothing);
  };
  return {
    level: { channel, scope, depth, isolation: around.isolation, readOnly },
    commit,
    rollback: () => undo().finally(leave),
  };
}

/** Runs statements of our own past the turns, which the transaction's own calls take. */
function runner(pool: OraclePoolChannel, session: OracleSession): (sql: string) => Promise<void> {
  const send: OracleChannel["send"] = (request, reply) => sendOracle(session, request, { commits: false }, reply);
  return (sql) => new OracleStatement({ events: pool.events, send }, sql).ask({ params: [] }, nothing);
}

type Act = (sql: string, start: () => Promise<void>) => Promise<void>;

/** Does the same for what is no statement but a call of the protocol, which listeners see as the statement that it stands for. */
function actor({ events }: OraclePoolChannel): Act {
  return (sql, start) => {
    const send: OracleChannel["send"] = (_, reply) => {
      start().then(
        () => reply(null, { rows: [], columns: [], count: 0 }),
        (error: unknown) => reply(error, undefined),
      );
    };
    return new OracleStatement({ events, send }, sql).ask({ params: [] }, nothing);
  };
}

/** Gives the connection back when the last call has ended. */
async function settled(pool: OraclePoolChannel, session: OracleSession, last: Promise<void>): Promise<void> {
  try {
    await last;
  } catch (error) {
    await pool.release(session, causeOf(error));
    throw error;
  }
  await pool.release(session, null);
}

/** The driver's error. */
function causeOf(error: unknown): unknown {
  return error instanceof DatabaseError ? error.cause : error;
}

/**
 * What says the kind of a transaction, which must be its first statement; null for the server's own, READ COMMITTED
 * (https://docs.oracle.com/en/database/oracle/oracle-database/23/sqlrf/SET-TRANSACTION.html). It knows two levels, each of which is at least what the SQL standard asks
 * of the weaker one beside it; one that only reads sees a single state of the database, too.
 */
function toStart({ isolation, readOnly }: TransactionOptions): string | null {
  if (readOnly === true) return "set transaction read only";
  const isSnapshot = isolation === "serializable" || isolation === "repeatableRead";
  return isSnapshot ? "set transaction isolation level serializable" : null;
}

function nothing(): void {}
