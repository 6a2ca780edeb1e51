import pg from "pg";
import type { CatalogQuery } from "./catalog-query.js";
import { toConnectionFailure } from "./postgresql-failure.js";

/** An open connection to a server. */
export interface PostgresqlConnection {
  /** How many statements were sent. */
  readonly statements: number;
  /** Asks one question of the catalog. */
  ask<Row>(query: CatalogQuery<Row>, version: number, parameters?: readonly unknown[]): Promise<readonly Row[]>;
  /** Sends a statement that answers nothing. */
  run(sql: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens a connection from a URL or from the driver's own options; a server that refuses it is a `Failure`. */
export async function openPostgresqlConnection(
  connection: string | Readonly<Record<string, unknown>>,
): Promise<PostgresqlConnection> {
  const client = toClient(connection);
  // A lost connection is also reported to the statement under way; without a listener, Node would end the process.
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => undefined);
    throw toConnectionFailure(error, addressOf(client));
  }
  return new ClientConnection(client);
}

const connectionTimeoutMillis = 15_000;

function toClient(connection: string | Readonly<Record<string, unknown>>): pg.Client {
  const own = typeof connection === "string" ? { connectionString: connection } : connection;
  const defaults = { connectionTimeoutMillis, application_name: "tablewright", keepAlive: true };
  try {
    // Type parsers that a caller sets for its own queries would change what the catalog's rows hold.
    return new pg.Client({ ...defaults, ...own, types: pg.types });
  } catch (error) {
    throw toConnectionFailure(error, null);
  }
}

function addressOf(client: pg.Client): string {
  return client.host.startsWith("/") ? client.host : `${client.host}:${client.port}`;
}

class ClientConnection implements PostgresqlConnection {
  statements = 0;
  readonly #client: pg.Client;

  constructor(client: pg.Client) {
    this.#client = client;
  }

  async ask<Row>(query: CatalogQuery<Row>, version: number, parameters?: readonly unknown[]): Promise<readonly Row[]> {
    const rows: unknown[] = await this.#send(`reading ${query.name}`, query.sql(version), parameters);
    return rows as Row[];
  }

  async run(sql: string): Promise<void> {
    await this.#send("starting or ending the transaction", sql, []);
  }

  async close(): Promise<void> {
    await this.#client.end().catch(() => undefined);
  }

  async #send(doing: string, sql: string, parameters: readonly unknown[] = []): Promise<unknown[]> {
    this.statements += 1;
    try {
      const result = await this.#client.query<Record<string, unknown>>(sql, [...parameters]);
      return result.rows;
    } catch (error) {
      throw toConnectionFailure(error, addressOf(this.#client), doing);
    }
  }
}
