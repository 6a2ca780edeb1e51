import type { Connection, Submittable } from "pg";
import type { PostgresqlField, PostgresqlReply, PostgresqlRequest, PostgresqlResult } from "./postgresql-query.js";

/**
 * A statement by the extended protocol that leaves out what the driver's own query does and nobody here needs: a parser for each value, an event for
 * each row, and asking for the columns unless they are wanted. The client of pg takes it as it takes pg-cursor's: by these methods. A test holds them
 * against the installed driver.
 */
export interface PostgresqlOwnQuery extends Submittable {
  readonly text: string;
  readonly name: string | undefined;
}

export type PostgresqlOwnQueryClass = new (request: PostgresqlRequest, reply: PostgresqlReply) => PostgresqlOwnQuery;

/** Makes the class of such queries, as a descendant of `parent` without its state; null for none. */
export function defineOwnQuery(parent: object | null): PostgresqlOwnQueryClass {
  // Many queries are made: in V8 (Node 20) private names would cost more to set up than all the rest of one.
  class OwnQuery {
    readonly text: string;
    readonly name: string | undefined;
    readonly request: PostgresqlRequest;
    /** Apart from the query, whose `rows` the client would take for a limit. */
    readonly result = new OwnResult();
    /** The client puts its own function around it where the connection has a `query_timeout`. */
    callback: PostgresqlReply;

    constructor(request: PostgresqlRequest, reply: PostgresqlReply) {
      this.text = request.text.sql;
      this.name = request.text.name;
      this.request = request;
      this.callback = reply;
    }

    submit(connection: Connection): null {
      submitRequest(connection as unknown as DriverConnection, this.request, this.name);
      return null;
    }

    handleRowDescription(message: { readonly fields: readonly PostgresqlField[] }): void {
      this.result.fields = message.fields;
    }

    handleDataRow(message: { readonly fields: unknown[] }): void {
      this.result.rows.push(message.fields);
    }

    handleCommandComplete(message: { readonly text: string }): void {
      this.result.tag = message.text;
    }

    handleReadyForQuery(): void {
      this.callback(null, this.result);
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
  }
  if (parent !== null) Object.setPrototypeOf(OwnQuery.prototype, parent);
  return OwnQuery;
}

function submitRequest(wire: DriverConnection, request: PostgresqlRequest, name: string | undefined): void {
  const { text, params, described } = request;
  if (text.simple === true) return wire.query(text.sql);
  const values = params.map(toWire);
  // One packet instead of four.
  wire.stream.cork();
  try {
    if (name === undefined || !isParsed(wire, name)) parse(wire, text.sql, name);
    wire.bind({ statement: name, values });
    if (described) wire.describe({ type: "P", name: "" });
    wire.execute({});
    wire.sync();
  } finally {
    wire.stream.uncork();
  }
}

function isParsed({ parsedStatements, submittedNamedStatements }: DriverConnection, name: string): boolean {
  return parsedStatements[name] !== undefined || submittedNamedStatements?.[name] !== undefined;
}

function parse(wire: DriverConnection, text: string, name: string | undefined): void {
  wire.parse({ name, text, types: [] });
  if (name !== undefined && wire.submittedNamedStatements !== undefined) wire.submittedNamedStatements[name] = text;
}

class OwnResult implements PostgresqlResult {
  readonly rows: unknown[][] = [];
  fields: readonly PostgresqlField[] = [];
  /** `INSERT 0 3`, `UPDATE 3`, `SELECT 3`, `CREATE TABLE`. */
  tag = "";

  get rowCount(): number | null {
    const count = /\d+$/.exec(this.tag)?.[0];
    return count === undefined ? null : Number(count);
  }

  get command(): string {
    return /^[A-Z]*/.exec(this.tag)?.[0] ?? "";
  }
}

/** What we use of the driver's connection; @types/pg (8.23) describes older ones. */
export interface DriverConnection {
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

/** The driver sends buffers in binary form, which all types that take bytes share. */
function toWire(value: unknown): string | Uint8Array | null {
  if (typeof value === "string") return value;
  if (value === null || value === undefined) return null;
  if (!(value instanceof Uint8Array)) return (value as number | bigint | boolean).toString();
  return Buffer.isBuffer(value) ? value : Buffer.from(value.buffer, value.byteOffset, value.byteLength);
}
