import { TokenReader } from "./token-reader.js";
import { tokenizeSql, type SqlToken } from "./tokenize-sql.js";

/** What only the text of a CREATE INDEX statement tells. */
export interface IndexSyntax {
  /** The text of each part, in order, without COLLATE, ASC and DESC behind it. */
  readonly parts: readonly string[];
  /** The condition of a partial index; null for a full one. */
  readonly predicate: string | null;
}

/** Reads the text that `sqlite_schema` keeps of an index (https://sqlite.org/lang_createindex.html). */
export function parseCreateIndex(sql: string): IndexSyntax {
  const reader = new TokenReader(sql);
  while (!reader.atEnd() && reader.keyword() !== "ON") reader.take();
  reader.take();
  reader.takeName();
  const parts = splitParts(reader.takeGroup() ?? "").map(stripOrder);
  return { parts, predicate: reader.takeKeywords("WHERE") ? reader.rest() : null };
}

function splitParts(list: string): readonly string[] {
  const reader = new TokenReader(list);
  const parts: string[] = [];
  let start = 0;
  while (!reader.atEnd()) {
    const comma = reader.peek();
    if (comma !== undefined && reader.takeSymbol(",")) {
      parts.push(list.slice(start, comma.start).trim());
      start = comma.end;
    } else if (reader.takeGroup() === null) reader.take();
  }
  return [...parts, list.slice(start).trim()];
}

/** `lower(name) COLLATE nocase DESC` → `lower(name)`: the collation and the direction are in `pragma_index_xinfo`. */
function stripOrder(part: string): string {
  const tokens = [...tokenizeSql(part)];
  if (isKeyword(tokens.at(-1), "ASC", "DESC")) tokens.pop();
  if (isKeyword(tokens.at(-2), "COLLATE")) tokens.splice(-2);
  return part.slice(0, tokens.at(-1)?.end ?? part.length).trim();
}

function isKeyword(token: SqlToken | undefined, ...keywords: readonly string[]): boolean {
  return token?.kind === "word" && keywords.includes(token.text.toUpperCase());
}
