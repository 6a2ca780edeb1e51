import { not } from "./logic.js";
import { toDriverValue, toItems, wrongOperand, type Asked, type Operators } from "./operator.js";

/** Operators of lists. An element of null is found like any other. */
export const arrayOperators: Operators = {
  eq: (asked) => (asked.value === null ? `${asked.operand.sql} is null` : equals(asked)),
  ne: (asked) =>
    asked.value === null ? `${asked.operand.sql} is not null` : not(equals(asked), asked.scope.table.dialect),
  has: (asked) => hasEvery(asked, [asked.value]),
  hasEvery: (asked) => hasEvery(asked, toItems(asked)),
  hasSome: (asked) => hasSome(asked, toItems(asked)),
  isEmpty(asked) {
    if (typeof asked.value !== "boolean") throw wrongOperand(asked, "true or false");
    return `${asked.scope.table.dialect.array.length(asked.operand)} ${asked.value ? "=" : ">"} 0`;
  },
};

function equals(asked: Asked): string {
  const { array } = asked.scope.table.dialect;
  return array.equals(asked.operand, toDriverValue(asked, asked.value), asked.scope.statement.bind);
}

function hasEvery(asked: Asked, items: readonly unknown[]): string {
  const { table, statement } = asked.scope;
  const list = toDriverValue(asked, withoutNull(asked, items));
  const condition = table.dialect.array.hasEvery(asked.operand, list, statement.bind);
  return items.includes(null) ? `(${condition} and ${table.dialect.array.hasNull(asked.operand)})` : condition;
}

function hasSome(asked: Asked, items: readonly unknown[]): string {
  const { table, statement } = asked.scope;
  const list = toDriverValue(asked, withoutNull(asked, items));
  const condition = table.dialect.array.hasSome(asked.operand, list, statement.bind);
  return items.includes(null) ? `(${condition} or ${table.dialect.array.hasNull(asked.operand)})` : condition;
}

/** Databases compare lists element by element with `=`, which never finds null; elements that are lists are taken apart. */
function withoutNull(asked: Asked, items: readonly unknown[]): readonly unknown[] {
  if (items.some(Array.isArray)) throw wrongOperand(asked, "elements that are not lists themselves");
  return items.filter((item) => item !== null);
}
