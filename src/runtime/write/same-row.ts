import type { Row } from "../executor.js";

/**
 * Whether a row that the database gives back is the one that was sent: `values`, from `start` on, are the driver values of the columns at `positions`. A
 * column's affinity can make a number of a text that looks like one, and the other way round; bytes are not looked into.
 */
export function isSameRow(row: Row, positions: readonly number[], values: readonly unknown[], start: number): boolean {
  return positions.every((position, index) => isSameValue(row[position], values[start + index]));
}

function isSameValue(given: unknown, sent: unknown): boolean {
  if (given === sent) return true;
  if (given === null || sent === null) return false;
  return sent instanceof Uint8Array || Number(given) === Number(sent);
}
