import type { PoolClient } from "pg";
import type { CallOptions } from "../executor.js";
import { BoundedCall } from "./bounded-call.js";
import { isServerError } from "./postgresql-server-error.js";
import {
  sendRequest,
  type PostgresqlReply,
  type PostgresqlRequest,
  type PostgresqlResult,
} from "./postgresql-query.js";

export interface BoundedQueryOptions extends CallOptions {
  /** Ends the statement that runs on a connection. */
  readonly cancel: (client: PoolClient) => Promise<void>;
}

/** A request that its signal or its time can end. */
export function toBoundedQuery(
  request: PostgresqlRequest,
  { cancel, signal, timeoutMs }: BoundedQueryOptions,
  reply: PostgresqlReply,
): BoundedCall<PoolClient, PostgresqlResult> {
  const interruption = { cancel, breakOff, isEndOfCall };
  const send = (client: PoolClient, then: PostgresqlReply): void => sendRequest(client, request, then);
  return new BoundedCall({ sql: request.text.sql, signal, timeoutMs, interruption, send }, reply);
}

function breakOff(client: PoolClient): void {
  void client.end();
}

function isEndOfCall(error: unknown): boolean {
  return !isServerError(error) || error.code === queryCancelled;
}

const queryCancelled = "57014";
