import type { Connection, PoolClient, Submittable } from "pg";
import type { PostgresqlField, PostgresqlReply, PostgresqlRequest, PostgresqlResult } from "./postgresql-query.js";

/**
 * A statement by the extended protocol that leaves out what the driver's own query does and nobody here needs: a parser for each value, an event for
 * each row, and asking for the columns unless they are wanted. The client of pg takes it as it takes pg-cursor's: by these methods. A test holds them against the installed driver.
 */
export class PostgresqlOwnQuery implements Submittable, PostgresqlResult {
  readonly text: string;
  readonly name: string | undefined;
  readonly rows: unknown[][] = [];
  /** The client puts its own function around it where the connection has a `query_timeout`. */
  callback: PostgresqlReply;
  fields: readonly PostgresqlField[] = [];
  readonly #simple: boolean;
  readonly #described: boolean;
  readonly #values: readonly (string | Uint8Array | null)[];
  /** `INSERT 0 3`, `UPDATE 3`, `SELECT 3`, `CREATE TABLE`. */
  #tag = "";

  constructor({ text, params, described }: PostgresqlRequest, reply: PostgresqlReply) {
    this.text = text.sql;
    this.name = text.name;
    this.callback = reply;
    this.#simple = text.simple === true;
    this.#described = described;
    this.#values = params.map(toWire);
  }

  get rowCount(): number | null {
    const count = /\d+$/.exec(this.#tag)?.[0];
    return count === undefined ? null : Number(count);
  }

  get command(): string {
    return /^[A-Z]*/.exec(this.#tag)?.[0] ?? "";
  }

  submit(connection: Connection): null {
    const wire = connection as unknown as DriverConnection;
    if (this.#simple) wire.query(this.text);
    else this.#submitExtended(wire);
    return null;
  }

  handleRowDescription(message: { readonly fields: readonly PostgresqlField[] }): void {
    this.fields = message.fields;
  }

  handleDataRow(message: { readonly fields: unknown[] }): void {
    this.rows.push(message.fields);
  }

  handleCommandComplete(message: { readonly text: string }): void {
    this.#tag = message.text;
  }

  handleReadyForQuery(): void {
    this.callback(null, this);
  }

  handleError(error: unknown): void {
    this.callback(error, undefined);
  }

  handleCopyInResponse(wire: DriverConnection): void {
    wire.sendCopyFail("no data is sent");
    // The server has skipped the first one, as it does while it takes data: https://www.postgresql.org/docs/current/protocol-flow.html
    wire.sync();
  }

  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
  handleCopyData(): void {}

  #submitExtended(wire: DriverConnection): void {
    // One packet instead of four.
    wire.stream.cork();
    try {
      if (!this.#isParsed(wire)) this.#parse(wire);
      wire.bind({ statement: this.name, values: this.#values });
      if (this.#described) wire.describe({ type: "P", name: "" });
      wire.execute({});
      wire.sync();
    } finally {
      wire.stream.uncork();
    }
  }

  #isParsed({ parsedStatements, submittedNamedStatements }: DriverConnection): boolean {
    if (this.name === undefined) return false;
    return parsedStatements[this.name] !== undefined || submittedNamedStatements?.[this.name] !== undefined;
  }

  #parse(wire: DriverConnection): void {
    wire.parse({ name: this.name, text: this.text, types: [] });
    if (this.name !== undefined && wire.submittedNamedStatements !== undefined) {
      wire.submittedNamedStatements[this.name] = this.text;
    }
  }
}

/** Whether this client and these values allow a query of our own. */
export function canOwnQuery(client: PoolClient, params: readonly unknown[]): boolean {
  return isKnownClient(client) && params.every(isPlain);
}

/** What we use of the driver's connection; @types/pg (8.23) describes older ones. */
interface DriverConnection {
  readonly stream: { cork(): void; uncork(): void };
  readonly parsedStatements: Readonly<Record<string, string>>;
  /** Since pg 8.17. */
  readonly submittedNamedStatements?: Record<string, string>;
  query(text: string): void;
  parse(message: { name: string | undefined; text: string; types: readonly number[] }): void;
  bind(message: { statement: string | undefined; values: readonly (string | Uint8Array | null)[] }): void;
  describe(message: { type: "P"; name: string }): void;
  execute(message: object): void;
  sync(): void;
  sendCopyFail(reason: string): void;
}

function isKnownClient(client: PoolClient): boolean {
  const known = knownClients.get(client);
  if (known !== undefined) return known;
  const found = looksKnown(client);
  knownClients.set(client, found);
  return found;
}

const knownClients = new WeakMap<PoolClient, boolean>();

/** A client of libpq (`pg-native`) has no such connection; one that pipelines takes the driver's own queries only. */
function looksKnown(client: PoolClient): boolean {
  const { connection, pipeline, binary } = client as unknown as Partial<ClientFacts>;
  if (connection === undefined || pipeline === true || binary === true) return false;
  const found = connection as unknown as Readonly<Record<string, unknown>>;
  return methods.every((name) => typeof found[name] === "function") && typeof connection.parsedStatements === "object";
}

const methods = [
  "query",
  "parse",
  "bind",
  "describe",
  "execute",
  "sync",
  "sendCopyFail",
] as const satisfies readonly (keyof DriverConnection)[];

interface ClientFacts {
  readonly connection: DriverConnection;
  readonly pipeline: boolean;
  readonly binary: boolean;
}

function isPlain(value: unknown): boolean {
  return typeof value !== "object" || value === null || value instanceof Uint8Array;
}

/** The driver sends buffers in binary form, which all types that take bytes share. */
function toWire(value: unknown): string | Uint8Array | null {
  if (typeof value === "string") return value;
  if (value === null || value === undefined) return null;
  if (!(value instanceof Uint8Array)) return (value as number | bigint | boolean).toString();
  return Buffer.isBuffer(value) ? value : Buffer.from(value.buffer, value.byteOffset, value.byteLength);
}
