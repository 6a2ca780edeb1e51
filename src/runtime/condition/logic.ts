import type { Dialect } from "../dialect/dialect.js";

/** The condition that all rows pass, on every engine. */
export const always = "1 = 1";
/** The condition that no row passes. */
export const never = "1 = 0";

/** All of the conditions; `always` for none. Only a condition without parameters may be left out of a statement. */
export function allOf(conditions: readonly string[]): string {
  return join(
    conditions.filter((condition) => condition !== always),
    " and ",
    always,
  );
}

/** Some of the conditions; `never` for none. */
export function anyOf(conditions: readonly string[]): string {
  return join(conditions, " or ", never);
}

/** The complement; also true where the condition is unknown. */
export function not(condition: string, dialect: Dialect): string {
  if (condition === always) return never;
  return condition === never ? always : dialect.isNotTrue(condition);
}

/** Long lists are halved until they are short: SQLite takes expressions of a depth of 1,000, and `a or b or c` has one for each `or`. */
function join(conditions: readonly string[], connective: string, empty: string): string {
  if (conditions.length < 2) return conditions[0] ?? empty;
  if (conditions.length <= 100) return `(${conditions.join(connective)})`;
  const middle = conditions.length >> 1;
  const halves = [conditions.slice(0, middle), conditions.slice(middle)];
  return `(${halves.map((half) => join(half, connective, empty)).join(connective)})`;
}
