import { stripAlias } from "./strip-alias.js";
import { findAtTop, isKeyword, isSymbol, sliceText, splitAtTop } from "./token-range.js";
import { tokenizeSql, type SqlToken } from "./tokenize-sql.js";

/** What the text of a CREATE VIEW statement tells. */
export interface ViewSyntax {
  /** The SELECTs of a compound (UNION, INTERSECT, EXCEPT); one for a plain query. */
  readonly arms: readonly ArmSyntax[];
  /** Whether the query is a single SELECT, without subqueries and common table expressions. */
  readonly flat: boolean;
}

/** One SELECT of a view. */
export interface ArmSyntax {
  /** The SELECT as a statement of its own, without ORDER BY and LIMIT. */
  readonly select: string;
  /** What goes before and after a list of columns to ask for them in place of the arm's own: WITH clause and FROM clause, each an empty string if absent. */
  readonly withClause: string;
  readonly fromClause: string;
  /** The result columns, each without its alias; null for VALUES. */
  readonly columns: readonly (readonly SqlToken[])[] | null;
  /** The tokens of the FROM clause. */
  readonly from: readonly SqlToken[];
  /** The tokens behind the FROM clause: WHERE, GROUP BY, HAVING, WINDOW, ORDER BY, LIMIT. */
  readonly rest: readonly SqlToken[];
}

/** Reads the text that `sqlite_schema` keeps of a view (https://sqlite.org/lang_createview.html). */
export function parseCreateView(sql: string): ViewSyntax {
  const all = tokenizeSql(sql);
  const tokens = all.slice(findAtTop(all, 0, (token) => isKeyword(token, "AS")) + 1);
  const starts = [...armStarts(tokens)];
  const first = starts[0] ?? 0;
  const withClause = sliceText(sql, tokens.slice(0, first));
  const arms = starts.map((start, place) => {
    const next = starts[place + 1];
    return toArm(sql, tokens.slice(start, next === undefined ? undefined : compoundBefore(tokens, next)), withClause);
  });
  const selects = tokens.filter((token) => isKeyword(token, "SELECT", "VALUES", "WITH"));
  return { arms, flat: selects.length === 1 };
}

/** The places of the words SELECT and VALUES outside parentheses. */
function* armStarts(tokens: readonly SqlToken[]): Generator<number> {
  for (let place = 0; place < tokens.length; place += 1) {
    place = findAtTop(tokens, place, (token) => isKeyword(token, "SELECT", "VALUES"));
    if (place < tokens.length) yield place;
  }
}

/** Where the arm before this one ends: at UNION, UNION ALL, INTERSECT or EXCEPT. */
function compoundBefore(tokens: readonly SqlToken[], start: number): number {
  return isKeyword(tokens[start - 1], "ALL") ? start - 2 : start - 1;
}

function toArm(sql: string, tokens: readonly SqlToken[], withClause: string): ArmSyntax {
  const from = findAtTop(tokens, 1, (token, before) => isKeyword(token, "FROM") && !isKeyword(before, "DISTINCT"));
  const clauses = ["WHERE", "GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT"];
  const rest = findAtTop(tokens, 1, (token) => isKeyword(token, ...clauses));
  const order = findAtTop(tokens, 1, (token) => isKeyword(token, "ORDER", "LIMIT"));
  const fromTokens = tokens.slice(from, rest);
  return {
    select: `${withClause} ${sliceText(sql, tokens.slice(0, order))}`,
    withClause,
    fromClause: sliceText(sql, fromTokens),
    columns: isKeyword(tokens[0], "VALUES") ? null : toColumns(tokens.slice(1, Math.min(from, rest))),
    from: fromTokens,
    rest: tokens.slice(rest),
  };
}

function toColumns(list: readonly SqlToken[]): readonly (readonly SqlToken[])[] {
  const items = splitAtTop(isKeyword(list[0], "DISTINCT", "ALL") ? list.slice(1) : list, (token) =>
    isSymbol(token, ","),
  );
  return items.map(stripAlias);
}
