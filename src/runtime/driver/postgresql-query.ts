import type { QueryArrayConfig, QueryArrayResult } from "pg";
import type { PostgresqlText } from "./postgresql-text.js";

/** What the driver is asked: rows as arrays, every value as the text that the server sent. */
export interface PostgresqlQuery extends QueryArrayConfig<unknown[]> {
  readonly rowMode: "array";
  /** `extended` lets a text hold one statement only, as a name does. Not in @types/pg (8.23), though documented. */
  readonly queryMode?: "simple" | "extended";
}

export type PostgresqlResult = QueryArrayResult<unknown[]>;

/** Called once, with the driver's error or with the result. */
export type PostgresqlReply = (error: unknown, result: PostgresqlResult | undefined) => void;

export function toQuery(text: PostgresqlText, params: readonly unknown[]): PostgresqlQuery {
  const { sql, name } = text;
  if (name !== undefined) return { text: sql, name, values: params as never, rowMode: "array", types: rawTypes };
  const queryMode = text.simple === true ? "simple" : "extended";
  return { text: sql, values: params as never, rowMode: "array", types: rawTypes, queryMode };
}

const asSent = (value: string): string => value;

const rawTypes = { getTypeParser: () => asSent };
