/**
 * A token of SQL text. `text` is the meaning for names and strings (unquoted, doubled quotes undone) and the text as written for all others; `start` and
 * `end` are positions in the source.
 */
export interface SqlToken {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** `word` is an unquoted name or keyword, `name` a quoted one. */
export type TokenKind = "word" | "name" | "string" | "blob" | "number" | "variable" | "symbol";

/**
 * Splits SQL as SQLite's own tokenizer does (https://sqlite.org/lang_keywords.html, https://sqlite.org/lang_comment.html); space and comments are left out. A
 * comment or a quoted text that is never closed runs to the end.
 */
export function tokenizeSql(sql: string): readonly SqlToken[] {
  const tokens: SqlToken[] = [];
  for (let start = skipSpace(sql, 0); start < sql.length;) {
    const kind = kindAt(sql, start);
    const end = endOf(patterns[kind], sql, start);
    const text = sql.slice(start, end);
    tokens.push({ kind, text: kind === "name" || kind === "string" ? unquote(text) : text, start, end });
    start = skipSpace(sql, end);
  }
  return tokens;
}

const [blank, apostrophe, minus, slash] = [0x20, 0x27, 0x2d, 0x2f];

const space = /(?:\s+|--[^\n]*|\/\*[^]*?(?:\*\/|$))*/uy;

const patterns: Readonly<Record<TokenKind, RegExp>> = {
  word: /[\w$\u{80}-\u{10ffff}]*/uy,
  name: /"(?:[^"]|"")*(?:"|$)|`(?:[^`]|``)*(?:`|$)|\[[^\]]*(?:\]|$)/uy,
  string: /'(?:[^']|'')*(?:'|$)/uy,
  blob: /[xX]'[^']*(?:'|$)/uy,
  number: /0[xX][\da-fA-F_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?/uy,
  variable: /\?\d*|[:@#$][\w$:\u{80}-\u{10ffff}]*/uy,
  symbol: /->>|->|\|\||<<|>>|<=|>=|==|!=|<>|[^]/uy,
};

function kindAt(sql: string, start: number): TokenKind {
  const kind = kindsByCode[sql.charCodeAt(start)] ?? "word";
  const next = sql.charCodeAt(start + 1);
  if (kind === "blob") return next === apostrophe ? "blob" : "word";
  return kind === "number" && sql.charAt(start) === "." && kindsByCode[next] !== "number" ? "symbol" : kind;
}

/** What an ASCII character may start, by its code. */
const kindsByCode: readonly TokenKind[] = Array.from({ length: 128 }, (_, code) => {
  const first = String.fromCharCode(code);
  if (/[xX]/.test(first)) return "blob";
  if (/\w/.test(first)) return /\d/.test(first) ? "number" : "word";
  if (/["`[]/.test(first)) return "name";
  if (first === "'") return "string";
  if (first === ".") return "number";
  return /[?:@#$]/.test(first) ? "variable" : "symbol";
});

function skipSpace(sql: string, start: number): number {
  const code = sql.charCodeAt(start);
  const maySkip = code <= blank || code === minus || code === slash || code > 127;
  return maySkip ? endOf(space, sql, start) : start;
}

/** Where a pattern ends that starts here. The y flag ties it to the place, and lastIndex tells the end without a match object. */
function endOf(pattern: RegExp, sql: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(sql) ? pattern.lastIndex : start + 1;
}

function unquote(quoted: string): string {
  const open = quoted.charAt(0);
  const close = open === "[" ? "]" : open;
  const inner = quoted.length > 1 && quoted.endsWith(close) ? quoted.slice(1, -1) : quoted.slice(1);
  return open === "[" ? inner : inner.replaceAll(open + open, open);
}
