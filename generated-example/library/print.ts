/** Writes a line of JSON: 64-bit integers as text, which JSON has no number for, and keys in order. */
export function print(title: string, value: unknown): void {
  const text = JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "bigint" ? String(inner) : sortKeys(inner),
  );
  console.log(`${title}: ${text ?? "nothing"}`);
}

/** JSON columns have no order of keys that every engine keeps. */
function sortKeys(value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
