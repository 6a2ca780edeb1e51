import type { Row } from "../executor.js";

/** Rows as plain objects by column label; of columns with the same label the last one counts. `readerOf` is asked once for each column. */
export function toObjects(
  labels: readonly string[],
  rows: readonly Row[],
  readerOf: (column: number) => (value: unknown) => unknown,
): readonly object[] {
  if (rows.length === 0) return [];
  const readers = labels.map((_, column) => readerOf(column));
  const put = labels.includes("__proto__") ? defineProperty : assign;
  return rows.map((row) => {
    const object: Record<string, unknown> = {};
    readers.forEach((read, column) => put(object, labels[column] ?? "", toValue(read, row[column])));
    return object;
  });
}

function toValue(read: (value: unknown) => unknown, value: unknown): unknown {
  return value === null ? null : read(value);
}

function assign(object: Record<string, unknown>, label: string, value: unknown): void {
  object[label] = value;
}

/** A column may be called `__proto__`, which an assignment would take for the prototype. */
function defineProperty(object: Record<string, unknown>, label: string, value: unknown): void {
  Object.defineProperty(object, label, { value, writable: true, enumerable: true, configurable: true });
}
