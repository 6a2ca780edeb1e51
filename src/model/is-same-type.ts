import { isDeepStrictEqual } from "node:util";
import type { ColumnType } from "./column-type.js";

/** Whether two types agree in everything, their lengths and precisions included. */
export function isSameType(left: ColumnType, right: ColumnType): boolean {
  return isDeepStrictEqual(left, right);
}
