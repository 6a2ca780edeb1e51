import type { FieldPacket, PoolConnection, TypeCast } from "mysql2";
import type { Row } from "../executor.js";
import { InvalidQueryError } from "../errors/query-errors.js";
import type { Reply } from "./bounded-call.js";
import { quickenDates } from "./mysql-quick-dates.js";
import { castOf } from "./mysql-reading.js";

/** One statement to be run. */
export interface MysqlRequest {
  readonly sql: string;
  /** As text, bytes, numbers, bigint or null. */
  readonly params: readonly unknown[];
  /** Whether the connection keeps it prepared. */
  readonly keep: boolean;
  /** Whether geometries come as bytes: see `Codec.wide`. */
  readonly wide?: boolean;
  /** Whether timestamps may come as milliseconds: see `PrepareOptions.instants`. */
  readonly instants?: boolean;
  /** Whether the number of values is not sure to be right. */
  readonly counted?: boolean;
  /** A statement of our own, which goes as text. */
  readonly command?: boolean;
  /** Whether columns may have names that the driver's quick reader, which it compiles, refuses: see `hasOddNames`. */
  readonly odd?: boolean;
}

export interface MysqlResult {
  /** Empty for a statement that gives none; of several results, the rows of the last. */
  readonly rows: readonly Row[];
  readonly columns: readonly MysqlColumn[];
  /** Rows that were inserted, deleted, or found by an update. */
  readonly count: number;
  /** The digits of the first number that the statement took from a table's counter; null where it took none. */
  readonly insertId: string | null;
  /** Whether a transaction is open after it; null where the driver does not tell. */
  readonly inTransaction: boolean | null;
  /** The results of a CALL that gives rows, in order; absent otherwise. */
  readonly sets?: readonly MysqlRowSet[];
}

export interface MysqlRowSet {
  readonly rows: readonly Row[];
  readonly columns: readonly MysqlColumn[];
}

export type MysqlColumn = FieldPacket;

export type MysqlReply = Reply<MysqlResult>;

/** Hands a request to a connection of the driver. */
export function sendMysql(connection: PoolConnection, request: MysqlRequest, reply: MysqlReply): void {
  const options = toReadOptions(request, castOf(connection, request.wide));
  try {
    if (request.command === true) connection.query(options, toDone(reply));
    else if (request.counted === true) executeCounted(connection, { request, options, reply });
    else quickenDates(connection.execute(options, toDone(reply)), request.instants);
  } catch (error) {
    // What the driver refuses to bind.
    reply(error, undefined);
  }
}

function toDone(reply: MysqlReply): (error: unknown, answer: unknown, fields: unknown) => void {
  return (error, answer, fields) => {
    if (error === null) reply(null, toResult(answer, fields));
    else reply(error, undefined);
  };
}

interface CountedCall {
  readonly request: MysqlRequest;
  readonly options: ReadOptions;
  readonly reply: MysqlReply;
}

/** Of too many values the server takes the wrong bytes without an error, so they are counted. Executing finds the statement that is prepared here. */
function executeCounted(connection: PoolConnection, { request, options, reply }: CountedCall): void {
  const settle: MysqlReply = (error, result) => {
    if (!request.keep) forget(connection, options);
    reply(error, result);
  };
  const prepare = connection.prepare.bind(connection) as unknown as Prepare;
  prepare(options, (error, statement) => {
    if (error !== null) return reply(error, undefined);
    const wanted = statement?.parameters.length ?? 0;
    if (wanted !== options.values.length) return settle(toMiscount(request, wanted), undefined);
    try {
      connection.execute(options, toDone(settle));
    } catch (refusal) {
      settle(refusal, undefined);
    }
  });
}

/** As it is; declared are less. */
type Prepare = (
  options: ReadOptions,
  then: (error: Error | null, statement?: { readonly parameters: readonly unknown[] }) => void,
) => void;

function toMiscount({ sql, params }: MysqlRequest, wanted: number): InvalidQueryError {
  return new InvalidQueryError(`statement: it has ${wanted} placeholders, and was given ${params.length} values`, {
    sql,
  });
}

/** Closes the statement of a text. By its whole options, as the driver keeps it: the declared parameter, a text alone, would find nothing. */
export function forget(connection: PoolConnection, options: ReadOptions): void {
  (connection as unknown as { unprepare(options: ReadOptions): unknown }).unprepare(options);
}

/** What the driver is asked for with each statement, so that a pool of the caller's reads values as one of ours. */
export interface ReadOptions {
  readonly sql: string;
  readonly values: unknown[];
  readonly rowsAsArray: true;
  readonly supportBigNumbers: true;
  readonly bigNumberStrings: true;
  readonly dateStrings: true;
  readonly nestTables: false;
  readonly typeCast: TypeCast;
  readonly disableEval: boolean;
}

export function toReadOptions({ sql, params, odd = false }: MysqlRequest, typeCast: TypeCast): ReadOptions {
  return {
    sql,
    values: params as unknown[],
    rowsAsArray: true,
    supportBigNumbers: true,
    bigNumberStrings: true,
    dateStrings: true,
    nestTables: false,
    typeCast,
    disableEval: odd,
  };
}

/** Whether a text names what every object of JavaScript has: a column of that name would end the connection (mysql2 3.24). */
export function hasOddNames(sql: string): boolean {
  return /__(?:proto|(?:define|lookup)[GS]etter)__/.test(sql);
}

/** A header for a statement without rows; rows and their columns; or a list of both, for a CALL. */
function toResult(answer: unknown, fields: unknown): MysqlResult {
  if (!Array.isArray(answer)) return toCountResult(answer as Header);
  if (!Array.isArray(fields)) return { ...nothing, rows: answer as Row[] };
  if (!fields.some((columns) => columns === undefined || Array.isArray(columns)))
    return { ...nothing, rows: answer as Row[], columns: fields as MysqlColumn[], count: answer.length };
  return toCallResult(answer, fields as (MysqlColumn[] | undefined)[]);
}

function toCountResult({ affectedRows, insertId, serverStatus }: Header): MysqlResult {
  const id = String(insertId);
  return {
    rows: [],
    columns: [],
    count: Number(affectedRows),
    insertId: id === "0" ? null : id,
    inTransaction: (serverStatus & statusInTransaction) !== 0,
  };
}

function toCallResult(answers: readonly unknown[], fields: readonly (MysqlColumn[] | undefined)[]): MysqlResult {
  const sets = fields.flatMap((columns, index) =>
    columns === undefined ? [] : [{ rows: answers[index] as readonly Row[], columns }],
  );
  const { rows, columns } = sets[0] ?? nothing;
  return { ...nothing, rows, columns, count: rows.length, sets };
}

interface Header {
  /** Text where the driver gives big numbers as text. */
  readonly affectedRows: number | string;
  readonly insertId: number | string;
  readonly serverStatus: number;
}

const nothing: MysqlResult = { rows: [], columns: [], count: 0, insertId: null, inTransaction: null };

/** https://dev.mysql.com/doc/dev/mysql-server/latest/mysql__com_8h.html */
const statusInTransaction = 1;
