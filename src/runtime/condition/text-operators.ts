import { endsInEscape } from "../dialect/like-pattern.js";
import type { TextDialect } from "../dialect/dialect.js";
import { comparisonOperators } from "./comparison-operators.js";
import { not } from "./logic.js";
import { wrongOperand, type Asked, type Operators } from "./operator.js";

/** Operators of text. */
export const textOperators: Operators = {
  ...comparisonOperators,
  like: (asked) => match("like", asked, toPattern(asked)),
  notLike: (asked) => not(match("like", asked, toPattern(asked)), asked.scope.table.dialect),
  ilike: (asked) => match("ilike", asked, toPattern(asked)),
  startsWith: (asked) => match("startsWith", asked, toText(asked)),
  endsWith: (asked) => match("endsWith", asked, toText(asked)),
  contains: (asked) => match("contains", asked, toText(asked)),
};

function match(method: keyof TextDialect, asked: Asked, text: string): string {
  const { dialect } = asked.scope.table;
  return dialect.text[method](asked.operand.sql, text, asked.scope.statement.bind);
}

function toText(asked: Asked): string {
  if (typeof asked.value === "string") return asked.value;
  throw wrongOperand(asked, "a string");
}

function toPattern(asked: Asked): string {
  const pattern = toText(asked);
  if (endsInEscape(pattern)) throw wrongOperand(asked, "a pattern; one cannot end in the escape character");
  return pattern;
}
