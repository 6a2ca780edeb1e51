import { isKeyword, isSymbol } from "./token-range.js";
import type { SqlToken } from "./tokenize-sql.js";

/** A result column without its alias: `count(*) AS n` and `count(*) n` → `count(*)`. */
export function stripAlias(tokens: readonly SqlToken[]): readonly SqlToken[] {
  const before = tokens.at(-2);
  if (isKeyword(before, "AS")) return tokens.slice(0, -2);
  return canBeAlias(tokens.at(-1)) && endsOperand(before) ? tokens.slice(0, -1) : tokens;
}

const operators = [
  "AND",
  "OR",
  "NOT",
  "IS",
  "IN",
  "LIKE",
  "GLOB",
  "REGEXP",
  "MATCH",
  "BETWEEN",
  "ESCAPE",
  "COLLATE",
  "FROM",
];
const caseWords = ["CASE", "WHEN", "THEN", "ELSE"];

function canBeAlias(token: SqlToken | undefined): boolean {
  if (token?.kind === "name" || token?.kind === "string") return true;
  return token?.kind === "word" && !isKeyword(token, "END", "NULL", "ISNULL", "NOTNULL");
}

function endsOperand(token: SqlToken | undefined): boolean {
  if (token === undefined || isKeyword(token, ...operators, ...caseWords)) return false;
  return token.kind !== "symbol" || isSymbol(token, ")");
}
