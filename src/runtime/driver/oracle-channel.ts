import type { CallOptions } from "../executor.js";
import type { QueryEvents } from "../query-events.js";
import type { OracleReply, OracleRequest } from "./oracle-query.js";

/** A way to the server, for one statement at a time. */
export interface OracleChannel {
  readonly events: QueryEvents;
  /** Calls `reply` once, with the driver's error or with the result; the error is null where there is none. */
  send(request: OracleRequest, reply: OracleReply, options: CallOptions | undefined): void;
}
