import { never, not } from "./logic.js";
import { bindValue, toDriverValue, toItems, wrongOperand, type Asked, type Operators } from "./operator.js";

/** Operators of values that are only told apart. */
export const equalityOperators: Operators = {
  eq: (asked) => (asked.value === null ? `${asked.operand.sql} is null` : compare("=", asked)),
  ne(asked) {
    if (asked.value === null) return `${asked.operand.sql} is not null`;
    if (!asked.column.nullable) return compare("<>", asked);
    return asked.scope.table.dialect.isDistinct(asked.operand.sql, bindValue(asked, asked.value));
  },
  in: isIn,
  notIn(asked) {
    return not(isIn(asked), asked.scope.table.dialect);
  },
};

/** Operators of values that have an order. */
export const comparisonOperators: Operators = {
  ...equalityOperators,
  lt: (asked) => compare("<", asked),
  lte: (asked) => compare("<=", asked),
  gt: (asked) => compare(">", asked),
  gte: (asked) => compare(">=", asked),
  between(asked) {
    const ends = toItems(asked);
    if (ends.length !== 2) throw wrongOperand(asked, "two values");
    return `${asked.operand.sql} between ${bindValue(asked, ends[0])} and ${bindValue(asked, ends[1])}`;
  },
};

function compare(operator: string, asked: Asked): string {
  return `${asked.operand.sql} ${operator} ${bindValue(asked, asked.value)}`;
}

function isIn(asked: Asked): string {
  const values = toItems(asked).map((value) => toDriverValue(asked, value));
  if (values.length === 0) return never;
  return asked.scope.table.dialect.isIn(asked.operand, values, asked.scope.statement.bind);
}
