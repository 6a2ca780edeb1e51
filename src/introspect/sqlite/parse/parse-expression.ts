import { findAtTop, findClose, isKeyword, isSymbol, sliceText, splitAtTop } from "./token-range.js";
import type { SqlToken } from "./tokenize-sql.js";

/** An SQL expression, as far as its result's type hangs on it. */
export type Expression =
  | { readonly kind: "literal"; readonly type: LiteralType }
  /** A column, by the text that names it: `a`, `t.a`, `"my table"."a"`. */
  | { readonly kind: "column"; readonly sql: string }
  | { readonly kind: "cast"; readonly operand: Expression; readonly type: string }
  /** `name` in lower case; no arguments for `count(*)`. */
  | { readonly kind: "call"; readonly name: string; readonly arguments: readonly Expression[] }
  /** One of these, or null where `exhaustive` is false: CASE … END. */
  | { readonly kind: "case"; readonly results: readonly Expression[]; readonly exhaustive: boolean }
  | { readonly kind: "concatenation" | "arithmetic"; readonly operands: readonly Expression[] }
  | { readonly kind: "bitwise" }
  /** A comparison or a logical operation: 0, 1 or null. */
  | { readonly kind: "truth" }
  | { readonly kind: "unknown" };

export type LiteralType = "text" | "integer" | "float" | "bytes" | "null";

type Tokens = readonly SqlToken[];

/** Reads an expression (https://sqlite.org/lang_expr.html) from its loosest operator inwards; `sql` is the text that the tokens are of. */
export function parseExpression(sql: string, tokens: Tokens): Expression {
  if (hasAtTop(tokens, isTruthOperator)) return { kind: "truth" };
  if (hasAtTop(tokens, (token) => isSymbol(token, "&", "|", "<<", ">>"))) return { kind: "bitwise" };
  const terms = splitAtTop(tokens, isArithmetic);
  if (terms.length > 1) return { kind: "arithmetic", operands: parseAll(sql, terms) };
  if (hasAtTop(tokens, (token) => isSymbol(token, "->", "->>"))) return unknown;
  const pieces = splitAtTop(tokens, (token) => isSymbol(token, "||"));
  if (pieces.length > 1) return { kind: "concatenation", operands: parseAll(sql, pieces) };
  if (isKeyword(tokens.at(-2), "COLLATE")) return parseExpression(sql, tokens.slice(0, -2));
  if (isSymbol(tokens[0], "~")) return { kind: "bitwise" };
  if (isSymbol(tokens[0], "-", "+")) return parseSigned(sql, tokens.slice(1));
  return parseOperand(sql, tokens);
}

const unknown: Expression = { kind: "unknown" };

function parseAll(sql: string, parts: readonly Tokens[]): readonly Expression[] {
  return parts.map((part) => parseExpression(sql, part));
}

function hasAtTop(tokens: Tokens, test: (token: SqlToken) => boolean): boolean {
  return findAtTop(tokens, 0, test) < tokens.length;
}

const truthWords = [
  "AND",
  "OR",
  "NOT",
  "IN",
  "LIKE",
  "GLOB",
  "REGEXP",
  "MATCH",
  "IS",
  "ISNULL",
  "NOTNULL",
  "BETWEEN",
  "EXISTS",
];

function isTruthOperator(token: SqlToken): boolean {
  return isSymbol(token, "=", "==", "<>", "!=", "<", ">", "<=", ">=") || isKeyword(token, ...truthWords);
}

/** A plus or minus counts if it stands behind an operand, not before one. */
function isArithmetic(token: SqlToken, before: SqlToken | undefined): boolean {
  if (isSymbol(token, "*", "/", "%")) return true;
  return isSymbol(token, "+", "-") && before !== undefined && (before.kind !== "symbol" || isSymbol(before, ")"));
}

function parseSigned(sql: string, tokens: Tokens): Expression {
  const operand = parseExpression(sql, tokens);
  return operand.kind === "literal" ? operand : { kind: "arithmetic", operands: [operand] };
}

function parseOperand(sql: string, tokens: Tokens): Expression {
  const [first, second] = tokens;
  if (first === undefined) return unknown;
  if (tokens.length === 1) return parseSingle(sql, first);
  if (isSymbol(first, "(")) return parseGroup(sql, tokens);
  if (isKeyword(first, "CASE")) return parseCase(sql, tokens.slice(1, -1));
  if (isSymbol(second, "(") && isName(first)) return parseCall(sql, tokens);
  const isColumn = tokens.every((token, place) => (place % 2 === 0 ? isName(token) : isSymbol(token, ".")));
  return isColumn ? { kind: "column", sql: sliceText(sql, tokens) } : unknown;
}

function isName(token: SqlToken): boolean {
  return token.kind === "word" || token.kind === "name";
}

function parseSingle(sql: string, token: SqlToken): Expression {
  if (token.kind === "string" || isKeyword(token, "CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP"))
    return literal("text");
  if (token.kind === "blob") return literal("bytes");
  if (token.kind === "number") return literal(/^(?:0x|[\d_]+$)/i.test(token.text) ? "integer" : "float");
  if (isKeyword(token, "NULL")) return literal("null");
  if (isKeyword(token, "TRUE", "FALSE")) return { kind: "truth" };
  return isName(token) ? { kind: "column", sql: sliceText(sql, [token]) } : unknown;
}

function literal(type: LiteralType): Expression {
  return { kind: "literal", type };
}

/** `(…)`, neither a subquery nor a list. */
function parseGroup(sql: string, tokens: Tokens): Expression {
  const inner = tokens.slice(1, -1);
  const isQuery = isKeyword(inner[0], "SELECT", "WITH", "VALUES");
  return isQuery || hasAtTop(inner, (token) => isSymbol(token, ",")) ? unknown : parseExpression(sql, inner);
}

/** The inside of CASE … END. */
function parseCase(sql: string, inner: Tokens): Expression {
  const results: Expression[] = [];
  let exhaustive = false;
  for (let place = 0; place < inner.length;) {
    const next = findAtTop(inner, place + 1, (token) => isKeyword(token, "WHEN", "THEN", "ELSE"));
    const isElse = isKeyword(inner[place], "ELSE");
    exhaustive ||= isElse;
    if (isElse || isKeyword(inner[place], "THEN")) results.push(parseExpression(sql, inner.slice(place + 1, next)));
    place = next;
  }
  return { kind: "case", results, exhaustive };
}

/** A call, with or without FILTER and OVER behind it; or CAST (… AS …). */
function parseCall(sql: string, tokens: Tokens): Expression {
  const end = findClose(tokens, 2);
  const inner = tokens.slice(2, end);
  if (isKeyword(tokens[0], "CAST")) return parseCast(sql, inner);
  const start = isKeyword(inner[0], "DISTINCT", "ALL") ? 1 : 0;
  const list = inner.slice(
    start,
    findAtTop(inner, 0, (token) => isKeyword(token, "ORDER")),
  );
  const parts = splitAtTop(list, (token) => isSymbol(token, ","));
  const isStar = list.length === 0 || (list.length === 1 && isSymbol(list[0], "*"));
  return { kind: "call", name: tokens[0]?.text.toLowerCase() ?? "", arguments: isStar ? [] : parseAll(sql, parts) };
}

function parseCast(sql: string, inner: Tokens): Expression {
  const as = findAtTop(inner, 0, (token) => isKeyword(token, "AS"));
  return { kind: "cast", operand: parseExpression(sql, inner.slice(0, as)), type: sliceText(sql, inner.slice(as + 1)) };
}
