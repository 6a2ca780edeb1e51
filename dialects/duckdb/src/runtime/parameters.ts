import {
  BIGINT,
  BLOB,
  BOOLEAN,
  blobValue,
  DOUBLE,
  HUGEINT,
  INTEGER,
  SQLNULL,
  VARCHAR,
  type DuckDBType,
  type DuckDBValue,
} from "@duckdb/node-api";
import { InvalidQueryError } from "tablewright/runtime";

/** A value as the driver binds it, with its type. */
export interface BoundValue {
  readonly value: DuckDBValue;
  readonly type: DuckDBType;
}

/** How a driver value is bound; a list travels as the text of JSON. */
export function toBound(value: unknown): BoundValue {
  switch (typeof value) {
    case "string":
      return { value, type: VARCHAR };
    case "boolean":
      return { value, type: BOOLEAN };
    case "number":
      return { value, type: isShortInteger(value) ? INTEGER : DOUBLE };
    case "bigint":
      return { value, type: BigInt.asIntN(64, value) === value ? BIGINT : HUGEINT };
    default:
      return toBoundObject(value);
  }
}

function toBoundObject(value: unknown): BoundValue {
  if (value === null) return { value, type: SQLNULL };
  if (value instanceof Uint8Array) return { value: blobValue(value), type: BLOB };
  if (Array.isArray(value)) return { value: toListText(value), type: VARCHAR };
  throw new InvalidQueryError(
    `statement: it cannot be run: a parameter is ${value === undefined ? "undefined" : `a ${typeof value}`}`,
  );
}

/** A list of driver values as JSON. */
export function toListText(list: readonly unknown[]): string {
  return `[${list.map(toJson).join(",")}]`;
}

function toJson(value: unknown): string {
  if (Array.isArray(value)) return toListText(value);
  if (value instanceof Uint8Array) return JSON.stringify(toBlobText(value));
  // JSON has no infinities, and keeps no sign of zero.
  if (typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0)))
    return JSON.stringify(Object.is(value, -0) ? "-0" : String(value));
  return typeof value === "bigint" ? String(value) : JSON.stringify(value);
}

/** Every byte as `\xAB`, as a cast from text to BLOB reads it. */
function toBlobText(value: Uint8Array): string {
  return Array.from(value, (byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");
}

/** The sign of zero is kept only by a float. */
function isShortInteger(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) < 2 ** 31 && !Object.is(value, -0);
}
