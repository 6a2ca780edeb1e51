/** Reads the statements and expressions that DuckDB prints: names in double quotes where they need some, texts in single ones. */

/** The parts of a text between commas that stand in no bracket and in no quotes. */
export function splitList(text: string): readonly string[] {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (const { index, token } of tokensOf(text)) {
    if (token === "(" || token === "[") depth += 1;
    if (token === ")" || token === "]") depth -= 1;
    if (token !== "," || depth > 0) continue;
    parts.push(text.slice(start, index).trim());
    start = index + 1;
  }
  return [...parts, text.slice(start).trim()].filter((part) => part !== "");
}

/** What stands in the first brackets that open at depth 0; null where there are none. */
export function insideBrackets(text: string): string | null {
  let [depth, start] = [0, 0];
  for (const { index, token } of tokensOf(text)) {
    if (token === "(" && (depth += 1) === 1) start = index + 1;
    if (token === ")" && (depth -= 1) === 0) return text.slice(start, index);
  }
  return null;
}

/** The name at the beginning of a text, without its quotes; null where there is none. */
export function leadingName(text: string): string | null {
  const quoted = /^"((?:[^"]|"")*)"/.exec(text)?.[1];
  return quoted === undefined ? (/^[^\s"'(),]+/.exec(text)?.[0] ?? null) : quoted.replaceAll('""', '"');
}

/** The value of a text in single quotes that is nothing else; null for any other. */
export function quotedText(text: string): string | null {
  return /^'((?:[^']|'')*)'$/.exec(text)?.[1]?.replaceAll("''", "'") ?? null;
}

/** An expression without the brackets that stand around the whole of it. */
export function withoutBrackets(text: string): string {
  const inner = text.startsWith("(") ? insideBrackets(text) : null;
  return inner !== null && inner.length === text.length - 2 ? withoutBrackets(inner) : text;
}

/** Whether words stand in a text outside of brackets and quotes. */
export function hasAtTop(text: string, words: string): boolean {
  let depth = 0;
  for (const { index, token } of tokensOf(text)) {
    if (token === "(" || token === "[") depth += 1;
    else if (token === ")" || token === "]") depth -= 1;
    else if (depth === 0 && text.startsWith(words, index)) return true;
  }
  return false;
}

/** Quoted names and texts, and single characters. */
function tokensOf(text: string): Iterable<{ readonly index: number; readonly token: string }> {
  return [...text.matchAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[^]/g)].map(({ index, 0: token }) => ({ index, token }));
}
