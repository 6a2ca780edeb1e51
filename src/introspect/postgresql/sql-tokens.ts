/** A word of an expression as the server prints it. */
export interface SqlToken {
  /** `word`: an unquoted name or keyword, `name`: a quoted one, `text`: a string constant, `symbol`: an operator or a bracket. */
  readonly kind: "word" | "name" | "text" | "number" | "symbol";
  /** Words in lower case; names and texts without their quotes. */
  readonly value: string;
}

/**
 * Splits an expression into its words; null where it holds something that is none, which an expression out of the catalog does not.
 *
 * Rules of https://www.postgresql.org/docs/current/sql-syntax-lexical.html, as far as printed expressions need them: no comments, no dollar quotes.
 */
export function toSqlTokens(sql: string): readonly SqlToken[] | null {
  const tokens: SqlToken[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < sql.length) {
    const match = tokenPattern.exec(sql);
    if (match === null) return null;
    const token = toToken(match);
    if (token !== null) tokens.push(token);
  }
  return tokens;
}

/** In turn: blanks, an escaped text, a text, a quoted name, a number, a word, a symbol. */
const tokenPattern =
  /\s+|(e'(?:[^'\\]|''|\\.)*')|([bx]?'(?:[^']|'')*')|("(?:[^"]|"")*")|(\d+(?:\.\d*)?(?:e[-+]?\d+)?|\.\d+(?:e[-+]?\d+)?)|([a-z_\u0080-\uffff][\w$\u0080-\uffff]*)|(::|[-+*/<>=~!@#%^&|`?]+|[()[\],.:;])/isuy;

function toToken(match: RegExpExecArray): SqlToken | null {
  const [, escaped, text, name, number, word, symbol] = match;
  if (word !== undefined) return { kind: "word", value: word.toLowerCase() };
  if (symbol !== undefined) return { kind: "symbol", value: symbol };
  if (text !== undefined) return { kind: "text", value: text.slice(text.indexOf("'") + 1, -1).replaceAll("''", "'") };
  if (number !== undefined) return { kind: "number", value: number };
  if (name !== undefined) return { kind: "name", value: name.slice(1, -1).replaceAll('""', '"') };
  return escaped === undefined ? null : { kind: "text", value: unescapeText(escaped.slice(2, -1)) };
}

/** The server prints `E'…'` for texts that hold a backslash, and escapes nothing but the backslash and the quote. */
function unescapeText(text: string): string {
  return text.replaceAll(/''|\\(.)/gs, (_, escaped: string | undefined) => escaped ?? "'");
}
