/** A list of driver values as PostgreSQL reads an array from text: `{1,"a b",NULL}`. Bytes are written in hexadecimal. */
export function postgresqlArrayLiteral(values: readonly unknown[]): string {
  let text = "{";
  for (let index = 0; index < values.length; index++) {
    if (index > 0) text += ",";
    text += toElement(values[index]);
  }
  return text + "}";
}

/** An element that needs no quotes; NULL would be taken for null. */
const bare = /^[\w.:+-]+$/;

function toElement(value: unknown): string {
  if (value === null) return "NULL";
  if (value instanceof Uint8Array)
    return `"\\\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("hex")}"`;
  const text = String(value);
  if (bare.test(text) && !/^null$/i.test(text)) return text;
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
