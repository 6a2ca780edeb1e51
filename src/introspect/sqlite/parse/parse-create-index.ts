import { foldAscii } from "../../../lang/fold-ascii.js";
import { isKeyword } from "./token-range.js";
import { TokenReader } from "./token-reader.js";
import { tokenizeSql } from "./tokenize-sql.js";

/** What only the text of a CREATE INDEX statement tells. */
export interface IndexSyntax {
  /** The text of each part, in order, without ASC and DESC behind it. */
  readonly parts: readonly string[];
  /** The condition of a partial index; null for a full one. */
  readonly predicate: string | null;
}

/** Reads the text that `sqlite_schema` keeps of an index (https://sqlite.org/lang_createindex.html). */
export function parseCreateIndex(sql: string): IndexSyntax {
  const reader = new TokenReader(sql);
  while (!reader.atEnd() && !reader.isKeyword("ON")) reader.take();
  reader.take();
  reader.takeName();
  const parts = splitParts(reader.takeGroup() ?? "").map(stripDirection);
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

/** `lower(name) COLLATE nocase DESC` → `lower(name) COLLATE nocase`: the direction is in `pragma_index_xinfo`. */
function stripDirection(part: string): string {
  const tokens = tokenizeSql(part);
  return isKeyword(tokens.at(-1), "ASC", "DESC") ? part.slice(0, tokens.at(-2)?.end ?? 0) : part;
}

/** `lower(name) COLLATE nocase` → `lower(name)`, where that is the collation of the whole. */
export function stripCollation(expression: string, collation: string): string {
  const tokens = tokenizeSql(expression);
  const isOfWhole =
    isKeyword(tokens.at(-2), "COLLATE") && foldAscii(tokens.at(-1)?.text ?? "") === foldAscii(collation);
  return isOfWhole ? expression.slice(0, tokens.at(-3)?.end ?? 0) : expression;
}
