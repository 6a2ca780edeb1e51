import type { RangeDialect } from "../dialect/dialect.js";
import type { Range } from "../types/range.js";
import { equalityOperators } from "./comparison-operators.js";
import { toDriverValue, wrongOperand, type Asked, type Operators } from "./operator.js";

const { eq, ne } = equalityOperators;

/** Operators of ranges. */
export const rangeOperators: Operators = {
  ...(eq && { eq }),
  ...(ne && { ne }),
  contains: (asked) => test("contains", asked, justThe(asked.value)),
  containsRange: (asked) => test("contains", asked, asked.value),
  containedBy: (asked) => test("containedBy", asked, asked.value),
  overlaps: (asked) => test("overlaps", asked, asked.value),
  isEmpty(asked) {
    if (typeof asked.value !== "boolean") throw wrongOperand(asked, "true or false");
    const condition = asked.scope.table.dialect.range.isEmpty(asked.operand);
    return asked.value ? condition : `not ${condition}`;
  },
};

function test(method: "contains" | "containedBy" | "overlaps", asked: Asked, range: unknown): string {
  const dialect: RangeDialect = asked.scope.table.dialect.range;
  return dialect[method](asked.operand, toDriverValue(asked, range), asked.scope.statement.bind);
}

/** A value as a range of its own, so that its type is the column's. */
function justThe(value: unknown): Range<unknown> {
  return { lower: value, upper: value, lowerInclusive: true, upperInclusive: true, empty: false };
}
