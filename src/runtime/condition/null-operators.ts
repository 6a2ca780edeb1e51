import { wrongOperand, type Asked, type Operators } from "./operator.js";

/** Operators of values that can only be there or not. */
export const nullOperators: Operators = {
  eq: (asked) => `${operandOf(asked)} is null`,
  ne: (asked) => `${operandOf(asked)} is not null`,
};

function operandOf(asked: Asked): string {
  if (asked.value !== null) throw wrongOperand(asked, "only null");
  return asked.operand.sql;
}
