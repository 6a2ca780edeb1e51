import type { Bind, TextDialect } from "./dialect.js";
import { escapeLike } from "./like-pattern.js";

/**
 * A column's own collation mostly takes upper and lower case, and accents, for the same. It narrows the rows down, from an index where there is one, and the
 * binary collation decides. The escape character is not `\`, which literals have a meaning for that depends on the `sql_mode`.
 */
export const mysqlText: TextDialect = {
  like: (operand, pattern, bind) => like(operand, toPattern(pattern), bind),
  ilike: (operand, pattern, bind) =>
    `lower(${operand}) like lower(${bind(toPattern(pattern))}) collate utf8mb4_bin escape '|'`,
  startsWith: (operand, value, bind) => like(operand, `${toLiteral(value)}%`, bind),
  endsWith: (operand, value, bind) => like(operand, `%${toLiteral(value)}`, bind),
  contains: (operand, value, bind) => like(operand, `%${toLiteral(value)}%`, bind),
};

function like(operand: string, pattern: string, bind: Bind): string {
  const exact = (): string => `${operand} like ${bind(pattern)} collate utf8mb4_bin escape '|'`;
  // Only a pattern that begins with a text is a range of an index.
  if (/^[%_]/.test(pattern)) return exact();
  return `(${operand} like ${bind(pattern)} escape '|' and ${exact()})`;
}

function toLiteral(text: string): string {
  return toPattern(escapeLike(text));
}

/** A pattern whose escape character is `\` as one with `|`. */
function toPattern(pattern: string): string {
  return pattern.replace(/\\([^])|\|/g, (_match, escaped: string | undefined) =>
    escaped === undefined ? "||" : /[%_|]/.test(escaped) ? `|${escaped}` : escaped,
  );
}
