import type { ExecuteOptions, Lob } from "oracledb";
import { outsOf } from "../dialect/oracle-outs.js";
import type { Row } from "../executor.js";
import { InvalidQueryError } from "../errors/query-errors.js";
import type { Reply } from "./bounded-call.js";
import { bindsMax, toBind, toBindDefinition, toDefined, toOutBind } from "./oracle-binds.js";
import { toReading } from "./oracle-reading.js";
import type { OracleSession } from "./oracle-session.js";

/** One statement to be run. */
export interface OracleRequest {
  readonly sql: string;
  /** Texts, numbers, bigint, bytes or null. */
  readonly params: readonly unknown[];
  /** For a statement that is to run for many rows: their parameters, in place of `params`. */
  readonly rows?: readonly (readonly unknown[])[] | undefined;
  /** Whether the connection keeps it parsed. */
  readonly keep: boolean;
}

/** What the driver says of a column. */
export interface OracleColumn {
  readonly name: string;
  /** `NUMBER`, `TIMESTAMP WITH TIME ZONE`. */
  readonly dbTypeName?: string | undefined;
  /** The declared digits after the point of a NUMBER; -127 where none are declared. */
  readonly scale?: number | undefined;
}

export interface OracleResult {
  /** Of a query, or what RETURNING gives. */
  readonly rows: readonly Row[];
  readonly columns: readonly OracleColumn[];
  /** Rows that were inserted, updated or deleted. */
  readonly count: number;
}

export type OracleReply = Reply<OracleResult>;

export interface OracleMode {
  /** Whether what the statement writes is kept at once: outside transactions. */
  readonly commits: boolean;
}

/** Hands a request to a connection, which must be free, and replies once. */
export function sendOracle(session: OracleSession, request: OracleRequest, mode: OracleMode, reply: OracleReply): void {
  runOracle(session, request, mode).then(
    (result) => reply(null, result),
    (error: unknown) => reply(error, undefined),
  );
}

export async function runOracle(
  session: OracleSession,
  request: OracleRequest,
  mode: OracleMode,
): Promise<OracleResult> {
  assertCount(request);
  return request.rows === undefined ? runOnce(session, request, mode) : runMany(session, request, request.rows, mode);
}

/** What the driver is asked for with each statement, so that a pool of the caller's, and global settings of the driver, read values as ours do. */
export function toExecuteOptions(session: OracleSession, request: OracleRequest, mode: OracleMode): ExecuteOptions {
  return {
    outFormat: session.driver.OUT_FORMAT_ARRAY,
    fetchTypeHandler: toReading(session.driver),
    fetchArraySize,
    prefetchRows,
    maxRows: 0,
    resultSet: false,
    autoCommit: mode.commits && !reads.test(request.sql),
    keepInStmtCache: request.keep,
  };
}

/** Rows that come by one round trip after the first, and with it. A batch has to be in memory twice. */
const fetchArraySize = 500;
const prefetchRows = 100;

/** A query; committing while rows of one FOR UPDATE are fetched would end the fetching (ORA-01002). */
const reads = /^(?:\s|\(|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*(?:select|with)\b/i;

async function runOnce(session: OracleSession, request: OracleRequest, mode: OracleMode): Promise<OracleResult> {
  const outs = outsOf(request.sql);
  const binds = [
    ...request.params.map((value, index) => toBind(session, value, index)),
    ...outs.map((kind) => toOutBind(session, kind)),
  ];
  const options = toExecuteOptions(session, request, mode);
  const result = await session.connection.execute<Row>(request.sql, binds, options);
  const { rows = [], metaData: columns = [], rowsAffected: count = 0 } = result;
  if (outs.length === 0) return { rows, columns, count };
  return { rows: await toRows(result.outBinds as unknown as OutValues), columns, count };
}

/** https://node-oracledb.readthedocs.io/en/latest/user_guide/batch_statement.html, "DML RETURNING". */
async function runMany(
  session: OracleSession,
  request: OracleRequest,
  rows: readonly (readonly unknown[])[],
  mode: OracleMode,
): Promise<OracleResult> {
  const outs = outsOf(request.sql);
  const width = rows[0]?.length ?? 0;
  const given = Array.from({ length: width }, (_, place) =>
    toBindDefinition(
      session,
      rows.map((row) => row[place]),
      place,
    ),
  );
  const bound = rows.map((row) => given.map((definition, place) => toDefined(session, definition, row[place])));
  const options = {
    autoCommit: mode.commits,
    bindDefs: [...given, ...outs.map((kind) => toOutBind(session, kind))],
    keepInStmtCache: request.keep,
  };
  const result = await session.connection.executeMany(request.sql, bound, options);
  const told: Row[] = [];
  for (const values of (result.outBinds ?? []) as unknown as readonly OutValues[]) told.push(...(await toRows(values)));
  return { rows: told, columns: [], count: result.rowsAffected ?? 0 };
}

/** For each output, its values: one for each row that the statement wrote. */
type OutValues = readonly (readonly unknown[])[];

async function toRows(outs: OutValues): Promise<readonly Row[]> {
  const count = outs[0]?.length ?? 0;
  const rows: unknown[][] = Array.from({ length: count }, () => []);
  for (const values of outs) {
    // One after the other: a connection serves one call at a time.
    for (let index = 0; index < count; index++) rows[index]?.push(await toValue(values[index]));
  }
  return rows;
}

/** Large objects come as handles. */
async function toValue(value: unknown): Promise<unknown> {
  if (value === undefined) return null;
  return isLob(value) ? value.getData() : value;
}

function isLob(value: unknown): value is Lob {
  return typeof value === "object" && value !== null && "getData" in value && typeof value.getData === "function";
}

function assertCount({ sql, params, rows }: OracleRequest): void {
  const count = rows?.[0]?.length ?? params.length;
  if (count <= bindsMax) return;
  throw new InvalidQueryError(`statement: it cannot be run: it has ${count} parameters, and Oracle takes ${bindsMax}`, {
    sql,
  });
}
