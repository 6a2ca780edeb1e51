/** A word of an expression or statement as the server keeps it. `start` and `end` are places in the source. */
export interface SqlToken {
  /** `word`: a bare name or keyword, `name`: one in backticks, `text`: a string, `bits`: `b'101'`, `symbol`: an operator, a bracket or a variable. */
  readonly kind: "word" | "name" | "text" | "bits" | "number" | "symbol";
  /** Words as written; names, texts and bits without their quotes. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Splits SQL into its words, comments left out; null where a quote or a comment is never closed. Rules: https://mariadb.com/kb/en/lexical-structure/. */
export function toSqlTokens(sql: string): readonly SqlToken[] | null {
  const tokens: SqlToken[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < sql.length) {
    const start = tokenPattern.lastIndex;
    const match = tokenPattern.exec(sql);
    if (match === null) return null;
    const token = toToken(match);
    if (token !== null) tokens.push({ ...token, start, end: tokenPattern.lastIndex });
  }
  return tokens;
}

/** In turn: blanks and comments, a text, bits, a name in backticks, a number, a word, a symbol. */
const tokenPattern =
  /\s+|(?:--(?=[\s]|$)|#)[^\n]*|\/\*[^]*?\*\/|('(?:[^'\\]|''|\\[^])*'|"(?:[^"\\]|""|\\[^])*")|b('[01]*')|(`(?:[^`]|``)*`)|((?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?(?![\w$\u0080-\uffff]))|([\w$\u0080-\uffff]+)|(<=>|<<|>>|<=|>=|<>|!=|\|\||&&|:=|->>?|[^'"`\s\w])/iuy;

function toToken(match: RegExpExecArray): Pick<SqlToken, "kind" | "value"> | null {
  const [, text, bits, name, number, word, symbol] = match;
  if (word !== undefined) return { kind: "word", value: word };
  if (symbol !== undefined) return { kind: "symbol", value: symbol };
  if (name !== undefined) return { kind: "name", value: name.slice(1, -1).replaceAll("``", "`") };
  if (text !== undefined) return { kind: "text", value: unquoteText(text) };
  if (number !== undefined) return { kind: "number", value: number };
  return bits === undefined ? null : { kind: "bits", value: bits.slice(1, -1) };
}

function unquoteText(quoted: string): string {
  const quote = quoted.charAt(0);
  return quoted
    .slice(1, -1)
    .replaceAll(/''|""|\\([^])/g, (pair: string, escaped: string | undefined) =>
      escaped === undefined ? (pair.startsWith(quote) ? quote : pair) : (escapes.get(escaped) ?? escaped),
    );
}

/** https://dev.mysql.com/doc/refman/8.4/en/string-literals.html, table "Special Character Escape Sequences". */
const escapes: ReadonlyMap<string, string> = new Map([
  ["0", "\0"],
  ["b", "\b"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["Z", "\u001a"],
  ["%", "\\%"],
  ["_", "\\_"],
]);
