import type Oracledb from "oracledb";
import type { BindDefinition, BindParameter } from "oracledb";
import { InvalidQueryError } from "../errors/query-errors.js";
import type { OracleOutKind } from "../dialect/oracle-outs.js";
import type { OracleDriver, OracleSession } from "./oracle-session.js";

/**
 * A parameter, typed by its value, never by the driver's guess. Texts are VARCHAR2, as one of NVARCHAR2 beside a column of VARCHAR2 would keep an index from use;
 * those that are longer than SQL's texts are CLOBs
 * (https://node-oracledb.readthedocs.io/en/latest/user_guide/bind.html).
 */
export function toBind(session: OracleSession, value: unknown, index: number): BindParameter {
  return { type: typeOf(session, [value], index), val: value };
}

/** The parameters of one position in many rows: their common type, and the size of the longest. */
export function toBindDefinition(session: OracleSession, values: readonly unknown[], index: number): BindDefinition {
  const type = typeOf(session, values, index);
  return isSized(session.driver, type) ? { type, maxSize: Math.max(1, ...values.map(lengthOf)) } : { type };
}

/** A row's value as its definition binds it: where a position has texts and numbers, all go as text. */
export function toDefined({ driver }: OracleSession, { type }: BindDefinition, value: unknown): unknown {
  const isNumber = typeof value === "number" || typeof value === "bigint";
  return isNumber && (type === driver.DB_TYPE_VARCHAR || type === driver.DB_TYPE_CLOB) ? String(value) : value;
}

/** The place for an output. */
export function toOutBind({ driver, textMax }: OracleSession, kind: OracleOutKind): BindDefinition {
  switch (kind) {
    case "text":
      return { dir: driver.BIND_OUT, type: driver.DB_TYPE_VARCHAR, maxSize: textMax };
    case "bytes":
      return { dir: driver.BIND_OUT, type: driver.DB_TYPE_RAW, maxSize: bytesMax(textMax) };
    case "double":
      return { dir: driver.BIND_OUT, type: driver.DB_TYPE_BINARY_DOUBLE };
    case "boolean":
      return { dir: driver.BIND_OUT, type: driver.DB_TYPE_BOOLEAN };
    case "clob":
      return { dir: driver.BIND_OUT, type: driver.DB_TYPE_CLOB };
    case "blob":
      return { dir: driver.BIND_OUT, type: driver.DB_TYPE_BLOB };
  }
}

/** 65,535 in one statement: https://docs.oracle.com/en/error-help/db/ora-01745/ is what the server says beyond it. */
export const bindsMax = 65_535;

type DbType = Oracledb.DbType;

function typeOf({ driver, textMax }: OracleSession, values: readonly unknown[], index: number): DbType {
  const given = values.filter((value) => value !== null);
  const kinds = new Set(given.map((value) => kindOf(value, index)));
  // A NULL without a type of its own converts to every type.
  if (kinds.size === 0) return driver.DB_TYPE_VARCHAR;
  if (kinds.has("bytes")) {
    if (kinds.size > 1) throw refusal(index, "bytes in one row and something else in another");
    return Math.max(...given.map(lengthOf)) > bytesMax(textMax) ? driver.DB_TYPE_BLOB : driver.DB_TYPE_RAW;
  }
  if (kinds.has("text"))
    return Math.max(...given.map(lengthOf)) > textMax ? driver.DB_TYPE_CLOB : driver.DB_TYPE_VARCHAR;
  return kinds.has("float") ? driver.DB_TYPE_BINARY_DOUBLE : driver.DB_TYPE_NUMBER;
}

type ValueKind = "bytes" | "float" | "number" | "text";

function kindOf(value: unknown, index: number): ValueKind {
  if (typeof value === "string") return "text";
  if (typeof value === "bigint") return "number";
  if (typeof value === "number") return isDecimal(value) ? "number" : "float";
  if (Buffer.isBuffer(value)) return "bytes";
  throw refusal(index, "neither text, number nor bytes");
}

/** Whether a NUMBER holds it: 1e-130 to 1e126 (https://docs.oracle.com/en/database/oracle/oracle-database/23/sqlrf/Data-Types.html). */
function isDecimal(value: number): boolean {
  const size = Math.abs(value);
  return size === 0 || (size >= 1e-130 && size < 1e126);
}

/** RAW holds 2,000 bytes where texts hold 4,000. */
function bytesMax(textMax: number): number {
  return textMax > 4000 ? textMax : 2000;
}

function isSized(driver: OracleDriver, type: DbType): boolean {
  return type === driver.DB_TYPE_VARCHAR || type === driver.DB_TYPE_RAW;
}

function lengthOf(value: unknown): number {
  if (value === null) return 0;
  return Buffer.isBuffer(value) ? value.length : Buffer.byteLength(`${value as bigint | number | string}`);
}

function refusal(index: number, kind: string): InvalidQueryError {
  return new InvalidQueryError(`statement: it cannot be run: value ${index + 1} is ${kind}`);
}
