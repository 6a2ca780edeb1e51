import type { CallOptions } from "../executor.js";
import type { QueryEvents } from "../query-events.js";
import type { MysqlReply, MysqlRequest } from "./mysql-query.js";

/** A way to the server, for one statement at a time. */
export interface MysqlChannel {
  readonly events: QueryEvents;
  /** Calls `reply` once, with the driver's error or with the result; the error is null where there is none. */
  send(request: MysqlRequest, reply: MysqlReply, options: CallOptions | undefined): void;
}
