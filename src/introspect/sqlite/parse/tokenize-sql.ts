/**
 * A token of SQL text. `text` is the meaning for names and strings (unquoted, doubled quotes undone) and the text as written for all others; `start` and
 * `end` are positions in the source.
 */
export interface SqlToken {
  /** `word` is an unquoted name or keyword, `name` a quoted one. */
  readonly kind: "word" | "name" | "string" | "blob" | "number" | "variable" | "symbol";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Splits SQL as SQLite's own tokenizer does (https://sqlite.org/lang_keywords.html, https://sqlite.org/lang_comment.html); space and comments are left out. */
export function tokenizeSql(sql: string): readonly SqlToken[] {
  const tokens: SqlToken[] = [];
  const pattern = new RegExp(tokenPattern, "uy");
  while (pattern.lastIndex < sql.length) {
    const start = pattern.lastIndex;
    const match = pattern.exec(sql);
    if (match === null) throw new Error(`sqlite: tokenizing SQL: nothing matches at position ${start}`);
    const token = toToken(match, start);
    if (token !== null) tokens.push(token);
  }
  return tokens;
}

// A comment or a quoted text that is never closed runs to the end, as in SQLite.
const tokenPattern = [
  String.raw`(?:\s|--[^\n]*|/\*[^]*?(?:\*/|$))+`,
  String.raw`([xX]'[^']*(?:'|$))`,
  String.raw`([A-Za-z_\u{80}-\u{10ffff}][\w$\u{80}-\u{10ffff}]*)`,
  String.raw`("(?:[^"]|"")*(?:"|$)|${"`"}(?:[^${"`"}]|${"``"})*(?:${"`"}|$)|\[[^\]]*(?:\]|$))`,
  String.raw`('(?:[^']|'')*(?:'|$))`,
  String.raw`(0[xX][\da-fA-F_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?)`,
  String.raw`(\?\d*|[:@#$][\w$:\u{80}-\u{10ffff}]+)`,
  String.raw`(->>|->|\|\||<<|>>|<=|>=|==|!=|<>|[^])`,
].join("|");

function toToken(match: RegExpExecArray, start: number): SqlToken | null {
  const [whole, blob, word, name, string, number, variable, symbol] = match;
  const end = start + whole.length;
  if (word !== undefined) return { kind: "word", text: word, start, end };
  if (symbol !== undefined) return { kind: "symbol", text: symbol, start, end };
  if (name !== undefined) return { kind: "name", text: unquote(name), start, end };
  if (string !== undefined) return { kind: "string", text: unquote(string), start, end };
  if (number !== undefined) return { kind: "number", text: number, start, end };
  if (blob !== undefined) return { kind: "blob", text: blob, start, end };
  return variable === undefined ? null : { kind: "variable", text: variable, start, end };
}

function unquote(quoted: string): string {
  const quote = quoted.charAt(0);
  const inner = quoted.slice(1, -1);
  return quote === "[" ? inner : inner.replaceAll(quote + quote, quote);
}
