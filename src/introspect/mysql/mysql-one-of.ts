import type { OneOf } from "../../model/table-model.js";
import { toSqlTokens, type SqlToken } from "./sql-tokens.js";

/**
 * The values that a check allows its one column, in the order written; null for a check that says anything else. `c IN ('a', 'b')`, `c = 'a' OR c = 'b'` and
 * their mixtures are read, in any number of brackets, and texts with the introducers that MySQL writes (`_utf8mb4'a'`).
 */
export function toOneOf(condition: string): OneOf | null {
  const reader = new OneOfReader(toSqlTokens(condition) ?? []);
  if (!reader.readAlternatives() || !reader.isAtEnd() || reader.column === null) return null;
  const [kind, ...others] = new Set(reader.kinds);
  if (kind === undefined || others.length > 0) return null;
  return { column: reader.column, values: [...new Set(reader.values)], numeric: kind === "number" };
}

class OneOfReader {
  column: string | null = null;
  readonly values: string[] = [];
  readonly kinds: ("text" | "number")[] = [];
  readonly #tokens: readonly SqlToken[];
  #place = 0;

  constructor(tokens: readonly SqlToken[]) {
    this.#tokens = tokens;
  }

  isAtEnd(): boolean {
    return this.#place === this.#tokens.length;
  }

  readAlternatives(): boolean {
    do {
      if (!this.#readAlternative()) return false;
    } while (this.#take("or") || this.#take("||"));
    return true;
  }

  #readAlternative(): boolean {
    const start = this.#place;
    if (this.#readColumn() && this.#readTest()) return true;
    this.#place = start;
    return this.#take("(") && this.readAlternatives() && this.#take(")");
  }

  #readColumn(): boolean {
    if (this.#take("(")) return this.#readColumn() && this.#take(")");
    const token = this.#tokens[this.#place];
    if (token?.kind !== "name" && (token?.kind !== "word" || /^_/.test(token.value))) return false;
    // Names of columns are compared without case: https://dev.mysql.com/doc/refman/8.4/en/identifier-case-sensitivity.html.
    if (this.column !== null && this.column.toLowerCase() !== token.value.toLowerCase()) return false;
    this.column = token.value;
    this.#place += 1;
    return true;
  }

  /** A check lets NULL pass, so that to allow it adds nothing. */
  #readTest(): boolean {
    if (this.#take("is")) return this.#take("null");
    if (this.#take("=")) return this.#readValue();
    if (!this.#take("in") || !this.#take("(")) return false;
    do {
      if (!this.#readValue()) return false;
    } while (this.#take(","));
    return this.#take(")");
  }

  #readValue(): boolean {
    const introducer = this.#tokens[this.#place];
    if (introducer?.kind === "word" && /^_\w+$/.test(introducer.value)) this.#place += 1;
    const sign = this.#take("-") ? "-" : "";
    const token = this.#tokens[this.#place];
    if (token?.kind !== "number" && (token?.kind !== "text" || sign !== "")) return false;
    this.#place += 1;
    this.kinds.push(token.kind);
    this.values.push(sign + token.value);
    return true;
  }

  #take(value: string): boolean {
    const token = this.#tokens[this.#place];
    if ((token?.kind !== "word" && token?.kind !== "symbol") || token.value.toLowerCase() !== value) return false;
    this.#place += 1;
    return true;
  }
}
