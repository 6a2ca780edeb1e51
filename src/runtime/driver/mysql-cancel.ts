import type { Connection, ConnectionOptions, Pool, PoolConnection } from "mysql2";
import type { Interruption } from "./bounded-call.js";
import { isMysqlServerError } from "./mysql-server-error.js";
import { threadIdOf } from "./mysql-session.js";

/** How the statements of a pool's connections are ended: by a connection of the same options, which stays usable itself. */
export function toInterruption(pool: Pool): Interruption<PoolConnection> {
  return { cancel: (connection) => killQuery(connection, pool), breakOff, isEndOfCall };
}

/** Closes a connection at once, whatever the server still sends on it. */
export function breakOff(connection: PoolConnection): void {
  connection.destroy();
  // `destroy` alone only says that nothing more will be sent, and lets a server that is sending wait for the reader.
  (connection as unknown as { readonly stream?: { destroy(): void } }).stream?.destroy();
}

async function killQuery(connection: PoolConnection, pool: Pool): Promise<void> {
  const { createConnection } = await import("mysql2");
  const second = createConnection(toConnectionOptions(pool));
  second.on("error", () => {});
  try {
    await query(second, `kill query ${threadIdOf(connection)}`);
  } finally {
    second.destroy();
  }
}

function query(connection: Connection, sql: string): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.query(sql, (error) => (error === null ? resolve() : reject(error)));
  });
}

/** What it takes to log in, of all that the pool keeps of its options. */
function toConnectionOptions(pool: Pool): ConnectionOptions {
  const { connectionConfig } = pool.config as unknown as { readonly connectionConfig: ConnectionOptions };
  return Object.fromEntries(loginOptions.map((name) => [name, connectionConfig[name]]));
}

const loginOptions = [
  "host",
  "port",
  "socketPath",
  "stream",
  "user",
  "password",
  "password2",
  "password3",
  "passwordSha1",
  "authPlugins",
  "authSwitchHandler",
  "insecureAuth",
  "enableCleartextPlugin",
  "ssl",
  "connectTimeout",
] as const satisfies readonly (keyof ConnectionOptions | "authSwitchHandler")[];

function isEndOfCall(error: unknown): boolean {
  return !isMysqlServerError(error) || error.errno === queryInterrupted;
}

/** ER_QUERY_INTERRUPTED */
const queryInterrupted = 1317;
