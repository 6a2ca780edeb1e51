import type { Connection, Pool } from "oracledb";
import type Oracledb from "oracledb";
import { ConnectionFailedError } from "../errors/connection-errors.js";

/** What of the driver's module the runtime uses: the constants of its types, and its pools. */
export type OracleDriver = typeof Oracledb;

/** A connection of the driver, with what has to be known of its server. */
export interface OracleSession {
  readonly connection: Connection;
  readonly driver: OracleDriver;
  /** How many bytes a text may have in SQL: 4,000, or 32,767 where MAX_STRING_SIZE is EXTENDED. */
  readonly textMax: number;
}

/** Makes connections of a pool ready, once each: settings on which the reading and writing of values rests. */
export class OracleSessions {
  readonly driver: OracleDriver;
  readonly #ready = new WeakSet<object>();
  #textMax: number | undefined;

  constructor(driver: OracleDriver) {
    this.driver = driver;
  }

  /** A connection of the pool; whoever asks gives it back by `connection.close()`. */
  async from(pool: Pool): Promise<OracleSession> {
    const connection = await pool.getConnection();
    try {
      await this.prepare(connection);
      this.#textMax ??= await readTextMax(connection, this.driver);
      return { connection, driver: this.driver, textMax: this.#textMax };
    } catch (error) {
      await drop(connection);
      throw error;
    }
  }

  /** Called for each new connection of a pool of ours, and for those of another pool when they are used first. */
  async prepare(connection: Connection): Promise<void> {
    const session = sessionOf(connection);
    if (this.#ready.has(session)) return;
    assertVersion(connection);
    await connection.execute(settings);
    this.#ready.add(session);
  }
}

/** Gives a connection back to its pool, which rolls back what was left open on it. One that cannot even be closed is lost, and its pool knows. */
export async function giveBack(connection: Connection): Promise<void> {
  await connection.close().catch(() => drop(connection));
}

/** Closes a connection for good. */
export async function drop(connection: Connection): Promise<void> {
  await connection.close({ drop: true }).catch(nothing);
}

/**
 * Closes the socket below a connection whose server does not answer. The driver has no call for it: closing waits for an answer
 * (https://node-oracledb.readthedocs.io/en/latest/api_manual/connection.html). Where its inner parts have other names, the statement's end is waited for.
 */
export function breakOff(connection: Connection): void {
  const { _impl } = connection as unknown as {
    readonly _impl?: { readonly nscon?: { disconnect?(type: number): void } };
  };
  _impl?.nscon?.disconnect?.(immediate);
}

/** NSFIMM of the driver's network layer. */
const immediate = 0x40;

/**
 * The driver makes a new object each time that a pool lends a connection out: what stays the same is inside. Where it has another name, a connection gets its
 * settings each time anew.
 */
function sessionOf(connection: Connection): object {
  return (connection as unknown as { readonly _impl?: object })._impl ?? connection;
}

/**
 * The decimal point of numbers that go as text; times of columns WITH LOCAL TIME ZONE; and texts that are compared and sorted by their code points, as on other
 * engines (https://docs.oracle.com/en/database/oracle/oracle-database/23/sqlrf/ALTER-SESSION.html).
 */
const settings =
  "alter session set nls_numeric_characters = '.,' nls_comp = binary nls_sort = binary time_zone = '+00:00'";

/**
 * RPAD fills no longer a text than SQL can hold
 * (https://docs.oracle.com/en/database/oracle/oracle-database/23/sqlrf/RPAD.html), so that its length tells MAX_STRING_SIZE, which only some may ask for.
 */
async function readTextMax(connection: Connection, driver: OracleDriver): Promise<number> {
  const { rows } = await connection.execute<readonly unknown[]>("select lengthb(rpad('x', 32767, 'x')) from dual", [], {
    outFormat: driver.OUT_FORMAT_ARRAY,
  });
  return Number(rows?.[0]?.[0]) >= extended ? extended : standard;
}

const standard = 4000;
const extended = 32_767;

/** JSON_TABLE, names of 128 bytes and the checks of JSON that the statements use are of 12.2. */
function assertVersion({ oracleServerVersion, oracleServerVersionString }: Connection): void {
  if (oracleServerVersion === undefined || oracleServerVersion >= 1_202_000_000) return;
  throw new ConnectionFailedError(
    `connection: the server is Oracle ${String(oracleServerVersionString)}: 12.2 or later is needed`,
  );
}

function nothing(): void {}
