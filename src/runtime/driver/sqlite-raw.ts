import type { CallOptions, Eventually } from "../executor.js";
import { InvalidQueryError } from "../errors/query-errors.js";
import { toObjects } from "../raw-sql/to-objects.js";
import type { TransactionScope } from "../transaction-scope.js";
import type { SqliteCommand } from "./sqlite-command.js";
import { inTurn } from "./sqlite-statement.js";

/** Runs raw SQL: `command` must be wide, so that no integer loses digits on its way. */
export function runSqliteRaw(
  command: SqliteCommand,
  scope: TransactionScope,
  params: readonly unknown[],
  options?: CallOptions,
): Eventually<readonly object[]> {
  const bound = params.map(toSqliteParameter);
  const work = (): readonly object[] => {
    const rows = command.all(bound);
    return toObjects(command.labels(), rows, () => fromSqliteValue);
  };
  return scope.idle && options?.signal === undefined ? work() : inTurn(scope, work, options);
}

/** A plain JavaScript value as better-sqlite3 binds it. Integers are bound as INTEGER: the driver itself binds every number as REAL. */
export function toSqliteParameter(value: unknown): unknown {
  switch (typeof value) {
    case "number":
      return Number.isSafeInteger(value) && !Object.is(value, -0) ? BigInt(value) : value;
    case "boolean":
      return value ? 1n : 0n;
    case "string":
    case "bigint":
      return value;
    case "object":
      if (value === null || value instanceof Uint8Array) return value;
      return value instanceof Date ? toSqliteDate(value) : JSON.stringify(value);
    default:
      throw new InvalidQueryError(`parameter: a value of type ${typeof value} cannot be bound`);
  }
}

/** UTC, in the form that SQLite's own functions write: `2026-11-23 18:00:00.000`. */
function toSqliteDate(date: Date): string {
  if (Number.isNaN(date.getTime())) throw new InvalidQueryError("parameter: an invalid Date cannot be bound");
  return date.toISOString().replace("T", " ").replace("Z", "");
}

/** Integers become numbers where a number holds them exactly; blobs become plain byte arrays. */
function fromSqliteValue(value: unknown): unknown {
  if (typeof value === "bigint") return value >= -maxSafe && value <= maxSafe ? Number(value) : value;
  return value instanceof Uint8Array ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : value;
}

const maxSafe = BigInt(Number.MAX_SAFE_INTEGER);
