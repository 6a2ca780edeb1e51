import type { Bind, TextDialect } from "./dialect.js";
import { escapeLike } from "./like-pattern.js";

/**
 * LIKE tells upper and lower case apart, as the session compares by code points. An empty text is NULL, and a pattern that is one matches nothing: it asks for the
 * rows without a text.
 */
export const oracleText: TextDialect = {
  like: (operand, pattern, bind) => (pattern === "" ? `${operand} is null` : like(operand, pattern, bind)),
  ilike: (operand, pattern, bind) =>
    pattern === "" ? `${operand} is null` : `lower(${operand}) like lower(${bind(toPattern(pattern))}) escape '\\'`,
  startsWith: (operand, value, bind) => like(operand, `${escapeLike(value)}%`, bind),
  endsWith: (operand, value, bind) => like(operand, `%${escapeLike(value)}`, bind),
  contains: (operand, value, bind) => like(operand, `%${escapeLike(value)}%`, bind),
};

function like(operand: string, pattern: string, bind: Bind): string {
  return `${operand} like ${bind(toPattern(pattern))} escape '\\'`;
}

/** The escape character before one that is not special is an error (ORA-01424), and means nothing elsewhere. */
function toPattern(pattern: string): string {
  return pattern.replace(/\\([^])/g, (match, escaped: string) => (/[%_\\]/.test(escaped) ? match : escaped));
}
