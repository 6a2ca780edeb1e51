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

function join(conditions: readonly string[], connective: string, empty: string): string {
  if (conditions.length < 2) return conditions[0] ?? empty;
  return `(${conditions.join(connective)})`;
}
