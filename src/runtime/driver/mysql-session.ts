import type { PoolConnection, RowDataPacket } from "mysql2";
import type { Dialect } from "../dialect/dialect.js";
import { ConnectionFailedError } from "../errors/connection-errors.js";
import { toReadOptions } from "./mysql-query.js";
import { castOf } from "./mysql-reading.js";

/**
 * Makes a connection ready, once: settings on which the reading and writing of values rests, and an ear for errors between two statements. Fails for a
 * server of the other kind, as the statements that are written for one do not all run on the other.
 */
export function prepareSession(
  connection: PoolConnection,
  engine: Dialect["name"],
  then: (error: unknown) => void,
): void {
  // Without a listener, a connection that breaks while nobody waits for an answer would end the process; the next statement on it reports the loss.
  connection.on("error", ignore);
  connection.query(settings, (failure) => {
    if (failure !== null) return then(failure);
    connection.query<RowDataPacket[]>(toReadOptions(identity, castOf(connection)), (error, rows) => {
      if (error !== null) return then(error);
      const [id, version] = (rows[0] ?? []) as readonly string[];
      const kind = /mariadb/i.test(version ?? "") ? "mariadb" : "mysql";
      if (kind !== engine) return then(toMismatch(kind));
      threadIds.set(connection, Number(id));
      then(null);
    });
  });
}

/** Whether the connection has had its settings, and has them still: a pool that resets its connections takes them away. */
export function isReady(connection: PoolConnection, resets: boolean): boolean {
  return !resets && threadIds.has(connection);
}

/** The server's number of a connection that is ready: asked for, as a proxy in between has numbers of its own. */
export function threadIdOf(connection: PoolConnection): number {
  return threadIds.get(connection) ?? connection.threadId;
}

const threadIds = new WeakMap<PoolConnection, number>();

function ignore(): void {}

const names = { mariadb: "MariaDB", mysql: "MySQL" };

function toMismatch(kind: "mariadb" | "mysql"): ConnectionFailedError {
  const other = kind === "mariadb" ? names.mysql : names.mariadb;
  return new ConnectionFailedError(`connection: the server is ${names[kind]}, and the module was made for ${other}`);
}

/**
 * Stated whole, as servers' defaults differ: nothing is cut, rounded to a bound or replaced by zero without an error, 0 is kept as the value that it is,
 * `"` encloses text and `\` escapes in it, as by default.
 */
const sqlMode = [
  "STRICT_TRANS_TABLES",
  "STRICT_ALL_TABLES",
  "NO_ZERO_IN_DATE",
  "NO_ZERO_DATE",
  "ERROR_FOR_DIVISION_BY_ZERO",
  "NO_AUTO_VALUE_ON_ZERO",
  "NO_ENGINE_SUBSTITUTION",
].join(",");

const settings = `set time_zone = '+00:00', sql_mode = '${sqlMode}'`;

const identity = { sql: "select connection_id(), version()", params: [], keep: true };
