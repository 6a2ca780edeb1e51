/** All of the conditions; `true` for none. Only a condition without parameters may be left out of a statement. */
export function allOf(conditions: readonly string[]): string {
  return join(
    conditions.filter((condition) => condition !== "true"),
    " and ",
    "true",
  );
}

/** Some of the conditions; `false` for none. */
export function anyOf(conditions: readonly string[]): string {
  return join(conditions, " or ", "false");
}

/** The complement; also true where the condition is unknown. */
export function not(condition: string): string {
  if (condition === "true") return "false";
  return condition === "false" ? "true" : `(${condition}) is not true`;
}

/** Long lists are halved until they are short: SQLite takes expressions of a depth of 1,000, and `a or b or c` has one for each `or`. */
function join(conditions: readonly string[], connective: string, empty: string): string {
  if (conditions.length < 2) return conditions[0] ?? empty;
  if (conditions.length <= 100) return `(${conditions.join(connective)})`;
  const middle = conditions.length >> 1;
  const halves = [conditions.slice(0, middle), conditions.slice(middle)];
  return `(${halves.map((half) => join(half, connective, empty)).join(connective)})`;
}
