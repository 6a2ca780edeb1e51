/** Writes a title and a value as JSON: 64-bit integers as text, as JSON has no number for them, and keys in order. */
export function print(title: string, value: unknown): void {
  const line = toJson(value);
  console.log(`${title}: ${line.length > 100 ? toJson(value, 2) : line}`);
}

function toJson(value: unknown, indent?: number): string {
  if (value === undefined) return "nothing";
  return JSON.stringify(value, (_key, inner: unknown) => toPrintable(inner), indent);
}

/** JSON columns have no order of keys that every engine keeps. */
function toPrintable(value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
