import type * as Tedious from "tedious";
import type { Row } from "../executor.js";
import type { Reply } from "./bounded-call.js";
import type { SqlserverConnection } from "./sqlserver-connection.js";
import { addParameters } from "./sqlserver-parameter.js";

/** One statement to be run. */
export interface SqlserverRequest {
  readonly sql: string;
  /** Texts, numbers, bigint, booleans, bytes or null. */
  readonly params: readonly unknown[];
  /** A statement of our own, which goes as a batch: what it sets stays set. */
  readonly command?: boolean;
}

export interface SqlserverColumn {
  readonly colName: string;
  readonly type: { readonly name: string };
  readonly precision?: number;
  readonly scale?: number;
  /** In bytes. */
  readonly dataLength?: number;
}

export interface SqlserverRowSet {
  readonly rows: readonly Row[];
  readonly columns: readonly SqlserverColumn[];
}

export interface SqlserverResult {
  /** Of every statement in the text that gives rows. */
  readonly sets: readonly SqlserverRowSet[];
  /** Rows that the last statement changed or gave. */
  readonly count: number;
}

export type SqlserverReply = Reply<SqlserverResult>;

/** Hands a request to a connection of the driver, which must be free. */
export function sendSqlserver(
  tedious: typeof Tedious,
  connection: SqlserverConnection,
  request: SqlserverRequest,
  reply: SqlserverReply,
): void {
  const sets: { rows: Row[]; columns: readonly SqlserverColumn[] }[] = [];
  let count = 0;
  const call = new tedious.Request(request.sql, (error) => {
    // The connection is free again only after this callback.
    if (error === null || error === undefined) reply(null, { sets, count });
    else reply(error, undefined);
  });
  const counted = (rows: number | undefined): void => {
    if (rows !== undefined) count = rows;
  };
  call.on("columnMetadata", (columns) => sets.push({ rows: [], columns: columns as SqlserverColumn[] }));
  call.on("row", (cells: readonly Cell[]) => sets.at(-1)?.rows.push(toRow(cells)));
  call.on("done", counted);
  call.on("doneInProc", counted);
  startSqlserver(tedious, { connection, call, request, reply });
}

export interface SqlserverStart {
  readonly connection: SqlserverConnection;
  readonly call: Tedious.Request;
  readonly request: SqlserverRequest;
  readonly reply: SqlserverReply;
}

/** Hands a call of the driver, which reports its end itself, to a connection; `reply` is for one that cannot be handed over. */
export function startSqlserver({ TYPES }: typeof Tedious, { connection, call, request, reply }: SqlserverStart): void {
  try {
    addParameters(call, TYPES, request.params);
  } catch (error) {
    return reply(error, undefined);
  }
  // The pool's own limit holds where its maker gave one.
  if (request.command === true) connection.execSqlBatch(call);
  else connection.execSql(call);
}

export interface Cell {
  readonly value: unknown;
}

/** The values of a row as the driver tells of it. */
export function toRow(cells: readonly Cell[]): Row {
  return cells.map(({ value }) => value);
}
