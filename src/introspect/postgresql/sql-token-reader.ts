import type { SqlToken } from "./sql-tokens.js";

/** A constant with the type that it is cast to; null for one that is not cast. */
export interface SqlConstant {
  readonly kind: "text" | "number" | "boolean" | "null";
  readonly value: string;
  /** As printed: `character varying`, `public.mood`, without modifiers; `[]` for an array. */
  readonly type: string | null;
}

/** Walks over the words of an expression. Every `read*` either takes what it is called after, or takes nothing and gives null or false. */
export class SqlTokenReader {
  readonly #tokens: readonly SqlToken[];
  #position = 0;

  constructor(tokens: readonly SqlToken[]) {
    this.#tokens = tokens;
  }

  isAtEnd(): boolean {
    return this.#position === this.#tokens.length;
  }

  /** Takes a symbol or a keyword, in lower case. */
  readExact(value: string): boolean {
    const token = this.#tokens[this.#position];
    if (token?.value !== value || (token.kind !== "symbol" && token.kind !== "word")) return false;
    this.#position += 1;
    return true;
  }

  /** Takes a sequence of symbols and keywords, whole or not at all. */
  readAll(...values: readonly string[]): boolean {
    return this.attempt(() => (values.every((value) => this.readExact(value)) ? true : null)) ?? false;
  }

  /** Takes a name, quoted or not. */
  readName(): string | null {
    const token = this.#tokens[this.#position];
    if (token === undefined || (token.kind !== "word" && token.kind !== "name")) return null;
    this.#position += 1;
    return token.value;
  }

  /** Takes what `read` takes; where that is null, takes nothing. */
  attempt<T>(read: () => T | null): T | null {
    const start = this.#position;
    const result = read();
    if (result === null) this.#position = start;
    return result;
  }

  /** Takes the same in any number of parentheses, with a cast behind each; `types` holds the casts, innermost first. */
  readCast<T>(read: () => T | null): { readonly value: T; readonly types: readonly string[] } | null {
    return this.attempt(() => {
      const inner = this.#readParenthesized(() => this.readCast(read)) ?? toUncast(read());
      if (inner === null) return null;
      const types = [...inner.types];
      for (let type = this.#readCastType(); type !== null; type = this.#readCastType()) types.push(type);
      return { value: inner.value, types };
    });
  }

  /** Takes a constant with at most one cast: a second one may change its value. */
  readConstant(): SqlConstant | null {
    return this.attempt(() => {
      const constant = this.readCast(() => this.#readBareConstant());
      if (constant === null || constant.types.length > 1) return null;
      return { ...constant.value, type: constant.types[0] ?? null };
    });
  }

  #readParenthesized<T>(read: () => T | null): T | null {
    return this.attempt(() => {
      if (!this.readExact("(")) return null;
      const result = read();
      return result !== null && this.readExact(")") ? result : null;
    });
  }

  #readBareConstant(): Pick<SqlConstant, "kind" | "value"> | null {
    for (const word of ["true", "false"]) if (this.readExact(word)) return { kind: "boolean", value: word };
    if (this.readExact("null")) return { kind: "null", value: "" };
    return this.attempt(() => {
      const negative = this.readExact("-");
      const token = this.#tokens[this.#position];
      if (token === undefined || (token.kind !== "number" && (token.kind !== "text" || negative))) return null;
      this.#position += 1;
      return { kind: token.kind, value: negative ? `-${token.value}` : token.value };
    });
  }

  /** Takes `::type`, modifiers and array brackets included. */
  #readCastType(): string | null {
    return this.attempt(() => {
      if (!this.readExact("::")) return null;
      let type = this.readName();
      if (type === null) return null;
      for (;;) {
        const more: string | null = this.#readTypePart();
        if (more === null) return type;
        type += more;
      }
    });
  }

  #readTypePart(): string | null {
    if (this.readExact(".")) return `.${this.readName() ?? ""}`;
    if (this.readAll("[", "]")) return "[]";
    const word = furtherTypeWords.find((candidate) => this.readExact(candidate));
    if (word !== undefined) return ` ${word}`;
    return this.#readParenthesized(() => this.#readModifiers());
  }

  #readModifiers(): string | null {
    while (this.#tokens[this.#position]?.kind === "number" || this.#tokens[this.#position]?.value === ",") {
      this.#position += 1;
    }
    return "";
  }
}

function toUncast<T>(value: T | null): { readonly value: T; readonly types: readonly string[] } | null {
  return value === null ? null : { value, types: [] };
}

/** The words after the first in the names of the server's own types: `timestamp with time zone`, `interval day to second`. */
const furtherTypeWords = [
  "varying",
  "precision",
  "with",
  "without",
  "time",
  "zone",
  "year",
  "month",
  "day",
  "hour",
  "minute",
  "second",
  "to",
];
