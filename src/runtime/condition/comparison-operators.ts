import { anyOf, not } from "./logic.js";
import { bindValue, toDriverValue, toItems, wrongOperand, type Asked, type Operators } from "./operator.js";

/** Operators of values that are only told apart. */
export const equalityOperators: Operators = {
  eq: (asked) => (isNull(asked, asked.value) ? `${asked.operand.sql} is null` : compare("=", asked)),
  ne(asked) {
    if (isNull(asked, asked.value)) return `${asked.operand.sql} is not null`;
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
  const items = toItems(asked);
  const values = items
    .filter((item) => item === null || !isNull(asked, item))
    .map((item) => toDriverValue(asked, item));
  const { dialect } = asked.scope.table;
  const listed = values.length === 0 ? [] : [dialect.isIn(asked.operand, values, asked.scope.statement.bind)];
  return anyOf(values.length === items.length ? listed : [...listed, `${asked.operand.sql} is null`]);
}

/** Null stands for itself; so does an empty text, where the engine has none. */
function isNull({ scope, column }: Asked, value: unknown): boolean {
  return value === null || (value === "" && column.kind === "text" && scope.table.dialect.emptyTextIsNull === true);
}
