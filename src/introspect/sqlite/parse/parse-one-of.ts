import type { OneOf } from "../../../model/table-model.js";
import { TokenReader } from "./token-reader.js";

/** A condition that allows one column only some constants, as written: the column's name is not yet looked up. */
export interface OneOfSyntax extends OneOf {
  /** Whether a value was written in double quotes: a constant only where no column is called so (https://sqlite.org/quirks.html#dblquote). */
  readonly quotedNames: readonly string[];
}

/**
 * Reads `c IN ('a', 'b')`, `c = 1 OR c = 2` and their mixtures; null for every other condition. `c IS NULL OR …` is read too, for a check lets NULL pass
 * anyhow, and a NULL among the values makes it null, for then the check refuses nothing.
 */
export function parseOneOf(condition: string): OneOfSyntax | null {
  const draft: OneOfDraft = { column: null, values: [], kinds: new Set(), quotedNames: [] };
  const reader = new TokenReader(condition);
  if (!readAlternatives(reader, draft) || !reader.atEnd()) return null;
  if (draft.column === null || draft.values.length === 0 || draft.kinds.size !== 1) return null;
  const values = [...new Set(draft.values)];
  return { column: draft.column, values, numeric: draft.kinds.has("number"), quotedNames: draft.quotedNames };
}

interface OneOfDraft {
  column: string | null;
  values: string[];
  kinds: Set<"text" | "number">;
  quotedNames: string[];
}

function readAlternatives(reader: TokenReader, draft: OneOfDraft): boolean {
  do {
    if (!readAlternative(reader, draft)) return false;
  } while (reader.takeKeywords("OR"));
  return true;
}

function readAlternative(reader: TokenReader, draft: OneOfDraft): boolean {
  if (reader.takeSymbol("(")) {
    const isColumn = reader.peek(1)?.text === ")" && reader.peek(1)?.kind === "symbol";
    if (!isColumn) return readAlternatives(reader, draft) && reader.takeSymbol(")");
    return readColumn(reader, draft) && reader.takeSymbol(")") && readTest(reader, draft);
  }
  return readColumn(reader, draft) && readTest(reader, draft);
}

function readColumn(reader: TokenReader, draft: OneOfDraft): boolean {
  const token = reader.take();
  if (token?.kind !== "word" && token?.kind !== "name") return false;
  draft.column ??= token.text;
  return draft.column.toLowerCase() === token.text.toLowerCase();
}

function readTest(reader: TokenReader, draft: OneOfDraft): boolean {
  if (reader.takeKeywords("IS", "NULL") || reader.takeKeywords("ISNULL")) return true;
  if (reader.takeSymbol("=") || reader.takeSymbol("==") || reader.takeKeywords("IS")) return readValue(reader, draft);
  if (!reader.takeKeywords("IN") || !reader.takeSymbol("(")) return false;
  do {
    if (!readValue(reader, draft)) return false;
  } while (reader.takeSymbol(","));
  return reader.takeSymbol(")");
}

function readValue(reader: TokenReader, draft: OneOfDraft): boolean {
  const sign = reader.takeSymbol("-") ? "-" : "";
  if (sign === "") reader.takeSymbol("+");
  const token = reader.take();
  if (token?.kind === "number") {
    draft.kinds.add("number");
    draft.values.push(sign + token.text);
    return true;
  }
  if (sign !== "" || (token?.kind !== "string" && token?.kind !== "name")) return false;
  if (token.kind === "name") draft.quotedNames.push(token.text);
  draft.kinds.add("text");
  draft.values.push(token.text);
  return true;
}
