import { isKeyword } from "./token-range.js";
import { tokenizeSql, type SqlToken } from "./tokenize-sql.js";

/** A cursor over the tokens of an SQL text. Keywords match in any letter case, and only where they are not quoted. */
export class TokenReader {
  readonly #sql: string;
  readonly #tokens: readonly SqlToken[];
  #next = 0;

  constructor(sql: string) {
    this.#sql = sql;
    this.#tokens = tokenizeSql(sql);
  }

  /** The token `ahead` places from the next one; undefined past the end. */
  peek(ahead = 0): SqlToken | undefined {
    return this.#tokens[this.#next + ahead];
  }

  /** Takes the next token; undefined at the end. */
  take(): SqlToken | undefined {
    return this.#tokens[this.#next++];
  }

  atEnd(): boolean {
    return this.#next >= this.#tokens.length;
  }

  /** Whether the token `ahead` places from the next one is this keyword. */
  isKeyword(keyword: string, ahead = 0): boolean {
    return isKeyword(this.peek(ahead), keyword);
  }

  isSymbol(symbol: string): boolean {
    const token = this.peek();
    return token?.kind === "symbol" && token.text === symbol;
  }

  /** Takes these keywords if they come next, in this order; false, and nothing taken, otherwise. */
  takeKeywords(...keywords: readonly string[]): boolean {
    if (!keywords.every((keyword, ahead) => this.isKeyword(keyword, ahead))) return false;
    this.#next += keywords.length;
    return true;
  }

  takeSymbol(symbol: string): boolean {
    if (!this.isSymbol(symbol)) return false;
    this.#next += 1;
    return true;
  }

  /** Takes a name, quoted in any of SQLite's ways (single quotes too); an empty string at the end. */
  takeName(): string {
    return this.take()?.text ?? "";
  }

  /** Takes a parenthesized group and gives the text inside, trimmed; null, and nothing taken, where no parenthesis opens. */
  takeGroup(): string | null {
    const open = this.peek();
    if (open === undefined || !this.takeSymbol("(")) return null;
    for (let depth = 1; ;) {
      const token = this.take();
      if (token === undefined) return this.#sql.slice(open.end).trim();
      if (token.kind !== "symbol") continue;
      if (token.text === "(") depth += 1;
      else if (token.text === ")" && --depth === 0) return this.#sql.slice(open.end, token.start).trim();
    }
  }

  /** The text from the next token to the end, trimmed. */
  rest(): string {
    const token = this.peek();
    return token === undefined ? "" : this.#sql.slice(token.start).trim();
  }
}
