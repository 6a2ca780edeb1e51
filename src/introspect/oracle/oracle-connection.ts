import oracledb from "oracledb";
import type { CatalogStatement } from "./catalog-query.js";
import { toDriverOptions } from "./oracle-driver-options.js";
import { toConnectionFailure } from "./oracle-failure.js";

/** An open connection to a server. */
export interface OracleConnection {
  /** How many statements were sent. */
  readonly statements: number;
  /** Bounds the time of each statement from here on. */
  limit(statementTimeoutMs: number): void;
  /** Asks one question of the catalog. */
  ask<Row>(statement: CatalogStatement<Row>): Promise<readonly Row[]>;
  /** Sends a statement that answers nothing. */
  run(sql: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens a connection by the driver's thin mode from a URL or from the driver's own options; a server that refuses it is a `Failure`. */
export async function openOracleConnection(
  connection: string | Readonly<Record<string, unknown>>,
): Promise<OracleConnection> {
  const { options, address } = toDriverOptions(connection);
  try {
    const opened = await oracledb.getConnection({ connectTimeout: 15, ...options } as oracledb.ConnectionAttributes);
    return new DriverConnection(opened, address);
  } catch (error) {
    throw toConnectionFailure(error, { address });
  }
}

class DriverConnection implements OracleConnection {
  statements = 0;
  readonly #connection: oracledb.Connection;
  readonly #address: string;

  constructor(connection: oracledb.Connection, address: string) {
    this.#connection = connection;
    this.#address = address;
  }

  limit(statementTimeoutMs: number): void {
    this.#connection.callTimeout = statementTimeoutMs;
  }

  async ask<Row>({ name, sql, values, columns }: CatalogStatement<Row>): Promise<readonly Row[]> {
    const rows = await this.#send(`reading ${name}`, sql, values);
    return rows.map((row) => Object.fromEntries(columns.map((column, place) => [column, row[place]])) as Row);
  }

  async run(sql: string): Promise<void> {
    await this.#send("starting or ending the transaction", sql, {});
  }

  async close(): Promise<void> {
    await this.#connection.close().catch(() => this.#connection.close({ drop: true }).catch(() => undefined));
  }

  async #send(
    doing: string,
    sql: string,
    values: Readonly<Record<string, string>>,
  ): Promise<readonly (readonly unknown[])[]> {
    this.statements += 1;
    try {
      const options = { outFormat: oracledb.OUT_FORMAT_ARRAY, fetchArraySize: 1000, maxRows: 0 };
      const { rows } = await this.#connection.execute<readonly unknown[]>(sql, { ...values }, options);
      return rows ?? [];
    } catch (error) {
      throw toConnectionFailure(error, { address: this.#address, doing });
    }
  }
}
