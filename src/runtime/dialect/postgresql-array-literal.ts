/** A list of driver values as PostgreSQL reads an array from text: `{1,"a b"}`. The list holds no null. */
export function postgresqlArrayLiteral(values: readonly unknown[]): string {
  return `{${values.map(toElement).join(",")}}`;
}

/** An element that needs no quotes; NULL would be taken for null. */
const bare = /^[\w.:+-]+$/;

function toElement(value: unknown): string {
  const text = String(value);
  if (bare.test(text) && !/^null$/i.test(text)) return text;
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
