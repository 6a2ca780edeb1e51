/**
 * Whether a statement ends the transaction that it runs in: definitions commit before and after themselves
 * (https://docs.oracle.com/en/database/oracle/oracle-database/23/sqlrf/COMMIT.html), also those that fail, and COMMIT and ROLLBACK are what they say. What PL/SQL
 * does inside is not seen.
 */
export function endsTransaction(sql: string): boolean {
  return ending.test(sql.replace(comments, " "));
}

/** Whether a statement may write. */
export function mayWrite(sql: string): boolean {
  return !reads.test(sql.replace(comments, " "));
}

const comments = /--[^\n]*|\/\*[\s\S]*?\*\//g;
const ending =
  /^\s*(?:create|drop|truncate|grant|revoke|comment|rename|analyze|audit|noaudit|purge|flashback|associate|disassociate|commit|rollback(?!\s+(?:work\s+)?to\b)|alter(?!\s+(?:session|system)\b))\b/i;
const reads = /^[\s(]*(?:select|with|savepoint|rollback|alter\s+session|set\s+role|lock)\b/i;
