import type { Place } from "./keyset.js";
import type { OrderTerm } from "./ordering.js";
import { invalidQuery, type TableSql } from "./table-sql.js";

/** The order that a cursor belongs to. */
export interface CursorScope {
  readonly table: TableSql;
  readonly ordering: readonly OrderTerm[];
}

/** A place in an order as an opaque text, which is safe in URLs and loses no digit. */
export function encodeCursor(scope: CursorScope, place: Place): string {
  return Buffer.from(JSON.stringify([describe(scope), ...place.map(toJson)])).toString("base64url");
}

/** The place of a cursor. One of another table, of another order, or none at all is an `InvalidQueryError`. */
export function decodeCursor(scope: CursorScope, cursor: string): Place {
  const decoded = parse(cursor);
  if (!Array.isArray(decoded) || typeof decoded[0] !== "string") throw wrongCursor(scope, "it is not one");
  const [order, ...place] = decoded as [string, ...unknown[]];
  if (order !== describe(scope)) throw wrongCursor(scope, "it belongs to another table or order");
  const values = place.map(fromJson);
  const fits =
    values.length === scope.ordering.length && values.every((value, index) => isPossible(scope, value, index));
  if (!fits) throw wrongCursor(scope, "it is not one");
  return values;
}

/** Says of a table and an order all that makes a place in it mean something else. */
function describe({ table, ordering }: CursorScope): string {
  const terms = ordering.map(({ column, descending, nulls }) => [
    column.meta.column,
    `${descending ? "desc" : "asc"}${nulls === "never" ? "" : ` ${nulls}`}`,
  ]);
  return JSON.stringify([table.meta.schema ?? null, table.meta.name, ...terms]);
}

/** Texts, exact numbers and null stand for themselves; the rest is an object that says what it is. */
function toJson(value: unknown): unknown {
  if (typeof value === "bigint") return { int: String(value) };
  if (typeof value === "number" && !Number.isFinite(value)) return { float: String(value) };
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString("base64url") };
  return value;
}

function fromJson(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const { int, float, bytes } = value as Readonly<Record<string, unknown>>;
  if (typeof int === "string" && /^-?\d{1,19}$/.test(int)) return BigInt(int);
  if (typeof float === "string") return Number(float);
  return typeof bytes === "string" ? Buffer.from(bytes, "base64url") : undefined;
}

function isPossible({ ordering }: CursorScope, value: unknown, index: number): boolean {
  if (value === null) return ordering[index]?.column.nullable === true;
  if (typeof value === "object") return value instanceof Uint8Array;
  return typeof value === "string" || typeof value === "number" || typeof value === "bigint";
}

function parse(cursor: unknown): unknown {
  try {
    return JSON.parse(Buffer.from(String(cursor), "base64url").toString());
  } catch {
    return undefined;
  }
}

function wrongCursor({ table }: CursorScope, reason: string): Error {
  return invalidQuery(table, `reading a page after a cursor: ${reason}`);
}
