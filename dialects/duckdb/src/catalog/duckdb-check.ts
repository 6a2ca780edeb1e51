import type { CheckModel, OneOf } from "tablewright";
import type { ConstraintRow } from "./duckdb-rows.js";
import { insideBrackets, leadingName, quotedText, splitList, withoutBrackets } from "./sql-text.js";

export function toCheck({ name, expression, columns }: ConstraintRow): CheckModel {
  const text = withoutBrackets(expression ?? "");
  return { name, expression: text, oneOf: toOneOf(text, columns), validated: true, enforced: true, comment: null };
}

/** `status IN ('new', 'old')`; null for any other form. */
function toOneOf(text: string, columns: readonly string[]): OneOf | null {
  const column = leadingName(text);
  const after = /^(?:"(?:[^"]|"")*"|[^\s"]+) IN (\([^]*\))$/.exec(text)?.[1];
  if (column === null || after === undefined || !columns.includes(column)) return null;
  const items = splitList(insideBrackets(after) ?? "");
  const texts = items.flatMap((item) => quotedText(item) ?? []);
  if (texts.length === items.length && items.length > 0) return { column, values: texts, numeric: false };
  const isNumeric = items.length > 0 && items.every((item) => /^-?\d+$/.test(item));
  return isNumeric ? { column, values: items, numeric: true } : null;
}
