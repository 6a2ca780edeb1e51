import { toSqlTokens, type SqlToken } from "./sql-tokens.js";

/**
 * SQL of the catalog without the name of the database that it stands in, which differs between development, CI and production. `` `shop`.`item` `` becomes
 * `` `item` ``; where a table or an alias has the database's own name, only what can be nothing else is taken off.
 */
export function toLocalSql(sql: string, database: string): string {
  if (!sql.includes(database)) return sql;
  const tokens = toSqlTokens(sql);
  if (tokens === null) return sql;
  const ambiguous = tokens.some((token, place) => isCalled(token, database) && !isDot(tokens[place + 1]));
  let text = "";
  let copied = 0;
  tokens.forEach((token, place) => {
    if (!isQualifier(tokens, place, database) || (ambiguous && !isCertain(tokens, place))) return;
    text += sql.slice(copied, token.start);
    copied = tokens[place + 2]?.start ?? token.end;
  });
  return text + sql.slice(copied);
}

function isQualifier(tokens: readonly SqlToken[], place: number, database: string): boolean {
  const next = tokens[place + 2];
  return (
    isCalled(tokens[place], database) &&
    isDot(tokens[place + 1]) &&
    (next?.kind === "name" || next?.kind === "word") &&
    !isDot(tokens[place - 1])
  );
}

/** Whether a database is what the first of two or three names must be: three names are database, table and column; behind FROM stand tables. */
function isCertain(tokens: readonly SqlToken[], place: number): boolean {
  if (isDot(tokens[place + 3])) return true;
  let before = place - 1;
  while (tokens[before]?.value === "(" && tokens[before]?.kind === "symbol") before -= 1;
  const word = tokens[before];
  return word?.kind === "word" && /^(from|join|straight_join|into|update)$/i.test(word.value);
}

function isCalled(token: SqlToken | undefined, name: string): boolean {
  return token?.value === name && (token.kind === "name" || token.kind === "word");
}

function isDot(token: SqlToken | undefined): boolean {
  return token?.kind === "symbol" && token.value === ".";
}
