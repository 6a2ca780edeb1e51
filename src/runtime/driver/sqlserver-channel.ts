import type { CallOptions } from "../executor.js";
import type { QueryEvents } from "../query-events.js";
import type { SqlserverReply, SqlserverRequest } from "./sqlserver-query.js";

/** A way to the server, for one statement at a time. */
export interface SqlserverChannel {
  readonly events: QueryEvents;
  /** Calls `reply` once, with the driver's error or with the result; the error is null where there is none. */
  send(request: SqlserverRequest, reply: SqlserverReply, options: CallOptions | undefined): void;
}
