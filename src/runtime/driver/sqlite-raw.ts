import type { CallOptions, Eventually } from "../executor.js";
import { toRawParameter } from "../codec/sqlite/raw-parameter.js";
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
  const bound = params.map(toRawParameter);
  const work = (): readonly object[] => {
    const rows = command.all(bound);
    return toObjects(command.labels(), rows, () => fromSqliteValue);
  };
  return scope.idle && options?.signal === undefined ? work() : inTurn(scope, work, options);
}

/** Integers become numbers where a number holds them exactly; blobs become plain byte arrays. */
function fromSqliteValue(value: unknown): unknown {
  if (typeof value === "bigint") return value >= -maxSafe && value <= maxSafe ? Number(value) : value;
  return value instanceof Uint8Array ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : value;
}

const maxSafe = BigInt(Number.MAX_SAFE_INTEGER);
