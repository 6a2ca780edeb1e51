import type { SqlToken } from "./tokenize-sql.js";

type TokenTest = (token: SqlToken, before: SqlToken | undefined) => boolean;

/** The place of the first token from `start` on, outside parentheses and CASE … END, that passes the test; the number of tokens where none does. */
export function findAtTop(tokens: readonly SqlToken[], start: number, test: TokenTest): number {
  let depth = 0;
  for (let place = start; place < tokens.length; place += 1) {
    const token = tokens[place];
    if (token === undefined) break;
    if (closes(token)) depth -= 1;
    if (depth === 0 && test(token, tokens[place - 1])) return place;
    if (opens(token)) depth += 1;
  }
  return tokens.length;
}

/** The parts between the tokens that pass the test, outside parentheses and CASE … END. */
export function splitAtTop(tokens: readonly SqlToken[], test: TokenTest): readonly (readonly SqlToken[])[] {
  const parts: (readonly SqlToken[])[] = [];
  let start = 0;
  for (let place = findAtTop(tokens, 0, test); place < tokens.length; place = findAtTop(tokens, start, test)) {
    parts.push(tokens.slice(start, place));
    start = place + 1;
  }
  return [...parts, tokens.slice(start)];
}

/** The place of the parenthesis that closes the group whose inside starts at `start`; the number of tokens where none does. */
export function findClose(tokens: readonly SqlToken[], start: number): number {
  for (let place = start, depth = 1; place < tokens.length; place += 1) {
    if (isSymbol(tokens[place], "(")) depth += 1;
    if (isSymbol(tokens[place], ")") && --depth === 0) return place;
  }
  return tokens.length;
}

/** Whether a token is one of these keywords: unquoted, in any letter case. */
export function isKeyword(token: SqlToken | undefined, ...keywords: readonly string[]): boolean {
  if (token?.kind !== "word") return false;
  const { text } = token;
  return keywords.some((keyword) => keyword.length === text.length && keyword === text.toUpperCase());
}

/** Whether a token is one of these signs. */
export function isSymbol(token: SqlToken | undefined, ...symbols: readonly string[]): boolean {
  return token?.kind === "symbol" && symbols.includes(token.text);
}

/** The text from the first token to the last, as written. */
export function sliceText(sql: string, tokens: readonly SqlToken[]): string {
  const first = tokens[0];
  const last = tokens.at(-1);
  return first === undefined || last === undefined ? "" : sql.slice(first.start, last.end);
}

function opens(token: SqlToken): boolean {
  return isSymbol(token, "(") || isKeyword(token, "CASE");
}

function closes(token: SqlToken): boolean {
  return isSymbol(token, ")") || isKeyword(token, "END");
}
