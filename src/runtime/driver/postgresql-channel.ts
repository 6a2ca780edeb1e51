import type { PoolClient } from "pg";
import type { CallOptions } from "../executor.js";
import type { QueryEvents } from "../query-events.js";
import type { PostgresqlReply, PostgresqlRequest } from "./postgresql-query.js";

/** A way to the server, for one statement at a time. */
export interface PostgresqlChannel {
  readonly events: QueryEvents;
  /** Whether a failed statement may be sent again: not within a transaction, which has failed with it. */
  readonly repeatable: boolean;
  /** Whether requests may go as queries of our own. */
  readonly ownQueries: boolean;
  /** Calls `reply` once, with the driver's error or with the result; the error is null where there is none. */
  send(request: PostgresqlRequest, reply: PostgresqlReply, options: CallOptions | undefined): void;
  /** Ends the statement that runs on a connection. */
  cancel(client: PoolClient): Promise<void>;
}
