import type { PoolClient, QueryArrayConfig } from "pg";
import { arePlain, ownQueryClassOf } from "./postgresql-own-query-class.js";
import type { PostgresqlText } from "./postgresql-text.js";

/** One statement to be run. */
export interface PostgresqlRequest {
  readonly text: PostgresqlText;
  /** As text, bytes, numbers or null. */
  readonly params: readonly unknown[];
  /** Whether the answer must tell the columns. */
  readonly described: boolean;
  /** Whether it may go as a query of our own. */
  readonly own: boolean;
}

/** Rows hold every value as the text that the server sent. */
export interface PostgresqlResult {
  readonly rows: unknown[][];
  /** Null for a statement that does not count rows. */
  readonly rowCount: number | null;
  /** What the server says it did, without the count: `INSERT`, `COMMIT`. */
  readonly command: string;
  /** The columns, where the request asks for them. */
  readonly fields: readonly PostgresqlField[];
}

export interface PostgresqlField {
  readonly name: string;
  /** The OID of its type; of a domain, that of its base. */
  readonly dataTypeID: number;
}

/** Called once, with the driver's error or with the result. */
export type PostgresqlReply = (error: unknown, result: PostgresqlResult | undefined) => void;

/** Hands a request to a connection of the driver. */
export function sendRequest(client: PoolClient, request: PostgresqlRequest, reply: PostgresqlReply): void {
  const OwnQuery = request.own && arePlain(request.params) ? ownQueryClassOf(client) : null;
  if (OwnQuery !== null) {
    client.query(new OwnQuery(request, reply));
  } else {
    client.query<unknown[], unknown[]>(toConfig(request), (error: unknown, result) => {
      if (error !== null && error !== undefined) return reply(error, undefined);
      // A text of several statements, one of our own, gives a list of results.
      reply(null, Array.isArray(result) ? (result as readonly PostgresqlResult[]).at(-1) : result);
    });
  }
}

interface QueryConfig extends QueryArrayConfig<unknown[]> {
  /** `extended` lets a text hold one statement only, as a name does. Not in @types/pg (8.23), though documented. */
  readonly queryMode?: "simple" | "extended";
}

function toConfig({ text: { sql, name, simple }, params }: PostgresqlRequest): QueryConfig {
  const config = { text: sql, values: params as unknown[], rowMode: "array", types: rawTypes } as const;
  if (name !== undefined) return { ...config, name };
  return { ...config, queryMode: simple === true ? "simple" : "extended" };
}

const asSent = (value: string): string => value;

const rawTypes = { getTypeParser: () => asSent };
