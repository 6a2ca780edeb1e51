/** A list of driver values as JSON text for `json_each`, and how to get the value back out of its element. */
export interface SqliteList {
  readonly json: string;
  /** Bytes travel in hexadecimal. */
  readonly value: (element: string) => string;
}

/** One column's values. */
export function toSqliteList(values: readonly unknown[]): SqliteList {
  return { json: `[${values.map(toJson).join(",")}]`, value: reader(values[0]) };
}

/** Several columns' values: each element of the list is a list. */
export function toSqliteRows(rows: readonly (readonly unknown[])[]): { json: string; values: readonly string[] } {
  const json = `[${rows.map((row) => `[${row.map(toJson).join(",")}]`).join(",")}]`;
  const values = (rows[0] ?? []).map((value, index) => reader(value)(`value ->> ${index}`));
  return { json, values };
}

function reader(sample: unknown): (element: string) => string {
  return sample instanceof Uint8Array ? (element) => `unhex(${element})` : (element) => element;
}

function toJson(value: unknown): string {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : value > 0 ? "9e999" : "-9e999";
  if (typeof value === "bigint") return String(value);
  if (value instanceof Uint8Array)
    return `"${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("hex")}"`;
  return JSON.stringify(value);
}
