import { toSqlTokens } from "./sql-tokens.js";

/** The labels of `enum('a','b')` or `set('a','b')`, in order; commas and quotes inside of labels are theirs. */
export function toLabels(fullType: string): readonly string[] {
  const list = fullType.slice(fullType.indexOf("("));
  return (toSqlTokens(list) ?? []).flatMap(({ kind, value }) => (kind === "text" ? [value] : []));
}
