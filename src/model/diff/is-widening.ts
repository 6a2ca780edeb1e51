import type { ColumnType } from "../column-type.js";
import { isSameType } from "../is-same-type.js";

/** Whether every value of the older type is one of the newer, and is written the same in code: a longer text, a wider decimal, one more label. */
export function isWidening(before: ColumnType, after: ColumnType): boolean {
  switch (before.kind) {
    case "text":
    case "bytes":
    case "bits":
      return after.kind === before.kind && isRoomier(before.length, after.length);
    case "decimal":
      return after.kind === "decimal" && after.scale === before.scale && isRoomier(before.precision, after.precision);
    case "integer":
      return (
        after.kind === "integer" && after.bits <= 32 && before.bits <= after.bits && !before.unsigned && after.exact
      );
    case "time":
    case "timestamp":
      return after.kind === before.kind && after.zone === before.zone && isRoomier(before.precision, after.precision);
    case "inlineEnum":
    case "set":
      return after.kind === before.kind && before.values.every((value) => after.values.includes(value));
    case "array":
      return after.kind === "array" && isSameOrWider(before.element, after.element);
    default:
      return false;
  }
}

function isSameOrWider(before: ColumnType, after: ColumnType): boolean {
  return isSameType(before, after) || isWidening(before, after);
}

/** A limit of null is no limit. */
function isRoomier(before: number | null, after: number | null): boolean {
  return after === null || (before !== null && before <= after);
}
