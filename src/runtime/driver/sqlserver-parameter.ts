import type { Request, TYPES } from "tedious";
import { InvalidQueryError } from "../errors/query-errors.js";
import { int64Max, int64Min, isInt32, isSafeInteger } from "../codec/integer-value.js";

/**
 * Gives a request its parameters, `@p1` and so on, each typed by its value, never by the driver's guess: a `Date` would be a DATETIME, and decimals go through a
 * floating-point number. Lengths are of two sizes, so that texts of any length share a plan.
 */
export function addParameters(request: Request, types: typeof TYPES, params: readonly unknown[]): void {
  if (params.length > parametersMax) throw tooMany(params.length);
  params.forEach((value, index) => {
    const { type, bound, length } = toTyped(types, value, index);
    request.addParameter(`p${index + 1}`, type, bound, length === undefined ? undefined : { length });
  });
}

/** 2,100 are allowed to a procedure, of which sp_executesql takes two: https://learn.microsoft.com/en-us/sql/sql-server/maximum-capacity-specifications-for-sql-server */
export const parametersMax = 2098;

interface TypedValue {
  readonly type: (typeof TYPES)[keyof typeof TYPES];
  readonly bound: unknown;
  readonly length?: number;
}

function toTyped(types: typeof TYPES, value: unknown, index: number): TypedValue {
  switch (typeof value) {
    case "string":
      return toText(types, value);
    case "number":
      return toNumber(types, value, index);
    case "bigint":
      if (value < int64Min || value > int64Max) throw refusal(index, "an integer of more than 64 bits");
      return { type: types.BigInt, bound: value };
    case "boolean":
      return { type: types.Bit, bound: value };
    default:
      return toOther(types, value, index);
  }
}

function toText(types: typeof TYPES, value: string): TypedValue {
  return value.length <= textMax
    ? { type: types.NVarChar, bound: value, length: textMax }
    : { type: types.NVarChar, bound: value, length: unlimited };
}

function toNumber(types: typeof TYPES, value: number, index: number): TypedValue {
  if (!Number.isFinite(value)) throw refusal(index, "a number that is not finite");
  // An integer has no sign of zero.
  if (Object.is(value, -0)) return { type: types.Float, bound: value };
  if (isInt32(value)) return { type: types.Int, bound: value };
  return isSafeInteger(value) ? { type: types.BigInt, bound: BigInt(value) } : { type: types.Float, bound: value };
}

function toOther(types: typeof TYPES, value: unknown, index: number): TypedValue {
  // A text without a value converts to every type but the binary ones, for which the statement casts it.
  if (value === null) return { type: types.NVarChar, bound: null, length: textMax };
  if (!(value instanceof Uint8Array)) throw refusal(index, "neither text, number, boolean nor bytes");
  const bound = Buffer.isBuffer(value) ? value : Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return { type: types.VarBinary, bound, length: bound.length <= bytesMax ? bytesMax : unlimited };
}

function refusal(index: number, kind: string): InvalidQueryError {
  return new InvalidQueryError(`statement: it cannot be run: value ${index + 1} is ${kind}`);
}

function tooMany(count: number): InvalidQueryError {
  return new InvalidQueryError(
    `statement: it cannot be run: it has ${count} parameters, and SQL Server takes ${parametersMax}`,
  );
}

/** The longest text and bytes of types that are not `(max)`. */
const textMax = 4000;
const bytesMax = 8000;
/** Over the longest: the driver then declares `(max)`. */
const unlimited = 0x7fff_ffff;
