import { startKeptServer, type KeptServer } from "./kept-server.js";

/** A running throw-away server; `url` is root's, of no database. */
export type MariadbServer = KeptServer;

export interface MariadbServerOptions {
  /** How the server compares the names of tables: `1` stores them in lower case, as servers on Windows do. Default `0`. */
  readonly lowerCaseTableNames?: "0" | "1";
}

/** Starts a server on a free port with a data folder of its own. It stops with the calling process, however that ends. */
export async function startMariadbServer(options: MariadbServerOptions = {}): Promise<MariadbServer> {
  const server = await startInstalledMariadb(options);
  if (server === null) throw new Error("MariaDB is not installed");
  return server;
}

/** The same; null where this machine has no server. */
export async function startInstalledMariadb(options: MariadbServerOptions = {}): Promise<MariadbServer | null> {
  const { lowerCaseTableNames = "0" } = options;
  return startKeptServer("mariadb-server.mjs", [`lower_case_table_names=${lowerCaseTableNames}`]);
}
