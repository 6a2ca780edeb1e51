import type { Client, ClientConfig, PoolClient } from "pg";
import { processIdOf } from "./postgresql-session.js";

/** Ends the statement that runs on a connection, by a second one with the same options. The first stays usable. */
export async function cancelStatement(client: PoolClient, options: ClientConfig): Promise<void> {
  // The class of the connection itself, so that a pool that is handed in needs no second copy of the driver.
  const ClientClass = client.constructor as new (options: ClientConfig) => Client;
  const second = new ClientClass(options);
  second.on("error", () => {});
  try {
    await second.connect();
    await second.query("select pg_cancel_backend($1)", [processIdOf(client)]);
  } finally {
    await second.end();
  }
}
