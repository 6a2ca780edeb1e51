import { createConnection, type Connection, type ConnectionOptions } from "mysql2/promise";
import type { CatalogStatement } from "./catalog-query.js";
import { toDriverOptions, type DriverOptions } from "./mysql-driver-options.js";
import { toConnectionFailure } from "./mysql-failure.js";

/** An open connection to a server. */
export interface MysqlConnection {
  /** As the URL's scheme calls it, for messages. */
  readonly engine: string;
  /** How many statements were sent. */
  readonly statements: number;
  /** Asks one question of the catalog. */
  ask<Row>(statement: CatalogStatement<Row>): Promise<readonly Row[]>;
  /** Sends a statement that answers nothing. */
  run(sql: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens a connection from a URL or from the driver's own options; a server that refuses it is a `Failure`. */
export async function openMysqlConnection(
  connection: string | Readonly<Record<string, unknown>>,
  engine: string,
): Promise<MysqlConnection> {
  const driver = await toDriverOptions(connection, engine);
  const opened = await connect(driver).catch((error: unknown) => {
    throw toConnectionFailure(error, { engine, address: driver.address });
  });
  // A lost connection is also reported to the statement under way; without a listener, Node would end the process.
  opened.on("error", () => undefined);
  return new DriverConnection(opened, engine, driver.address);
}

function connect({ options }: DriverOptions): Promise<Connection> {
  const own: ConnectionOptions = options;
  return createConnection({
    connectTimeout: 15_000,
    charset: "utf8mb4",
    ...own,
    // What a caller sets for its own queries would change what the catalog's rows hold.
    rowsAsArray: true,
    nestTables: false,
    namedPlaceholders: false,
    multipleStatements: false,
    supportBigNumbers: true,
    bigNumberStrings: false,
    dateStrings: true,
    typeCast: true,
  });
}

class DriverConnection implements MysqlConnection {
  statements = 0;
  readonly engine: string;
  readonly #connection: Connection;
  readonly #address: string;

  constructor(connection: Connection, engine: string, address: string) {
    this.#connection = connection;
    this.engine = engine;
    this.#address = address;
  }

  async ask<Row>({ name, sql, columns }: CatalogStatement<Row>): Promise<readonly Row[]> {
    const rows = await this.#send(`reading ${name}`, sql);
    return (rows as readonly (readonly unknown[])[]).map((values) => toRow<Row>(columns, values));
  }

  async run(sql: string): Promise<void> {
    await this.#send("starting or ending the transaction", sql);
  }

  async close(): Promise<void> {
    await this.#connection.end().catch(() => {
      this.#connection.destroy();
    });
  }

  async #send(doing: string, sql: string): Promise<unknown> {
    this.statements += 1;
    try {
      const [rows] = await this.#connection.query(sql);
      return rows;
    } catch (error) {
      throw toConnectionFailure(error, { engine: this.engine, address: this.#address, doing });
    }
  }
}

/** Some columns of MySQL's information_schema come as bytes: their character set is called binary. */
function toRow<Row>(columns: readonly (keyof Row & string)[], values: readonly unknown[]): Row {
  const row: Record<string, unknown> = {};
  columns.forEach((name, place) => {
    const value = values[place];
    row[name] = Buffer.isBuffer(value) ? value.toString("utf8") : value;
  });
  return row as Row;
}
