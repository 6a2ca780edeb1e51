/** The fields of a composite value's text; null for a field that is null. Null for a text that is no composite. */
export function parseCompositeText(text: string): (string | null)[] | null {
  if (!text.startsWith("(") || !text.endsWith(")")) return null;
  const fields: (string | null)[] = [];
  field.lastIndex = 1;
  for (;;) {
    const match = field.exec(text);
    if (match === null) return null;
    fields.push(toField(match[1] ?? ""));
    if (match[2] === ")") return field.lastIndex === text.length ? fields : null;
  }
}

/** A field as it stands inside a composite's parentheses. */
export function toCompositeField(text: string): string {
  return `"${text.replaceAll(/["\\]/g, "$&$&")}"`;
}

function toField(token: string): string | null {
  if (token === "") return null;
  // The server doubles quotes and backslashes, and takes escapes by a backslash too.
  return token.startsWith('"')
    ? token.slice(1, -1).replaceAll(/""|\\([^])/g, (escape, escaped: string | undefined) => escaped ?? escape.slice(1))
    : token;
}

/** One field and what ends it. Sticky, so that each match starts where the last one ended. */
const field = /("(?:[^"\\]|""|\\[^])*"|[^",()]*)([,)])/y;
