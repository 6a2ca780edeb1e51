import { parseCreateView, type ArmSyntax } from "./parse/parse-create-view.js";
import { parseExpression, type Expression } from "./parse/parse-expression.js";
import { findAtTop, isKeyword, isSymbol } from "./parse/token-range.js";
import type { SqlToken } from "./parse/tokenize-sql.js";
import { scalarFunctions } from "./sqlite-function-types.js";
import type { SqliteConnection } from "./sqlite-connection.js";
import type { OriginRow } from "./sqlite-rows.js";

/** One SELECT of a view: what its columns rest on. */
export interface SqliteViewArm {
  readonly columns: readonly SqliteViewColumn[];
  /** Where the columns come from that expressions name, by the text that names them. */
  readonly operands: ReadonlyMap<string, OriginRow>;
  /** The names in its FROM clause, aliases included; null where there may be more to it than tables and views. */
  readonly sources: readonly string[] | null;
  /** Whether a result row always holds a row of each source: no outer join and no aggregate over nothing puts NULL in its place. */
  readonly complete: boolean;
  /** Whether each result row is a row of the one table or view in the FROM clause, and no two are the same one. */
  readonly plain: boolean;
}

export interface SqliteViewColumn {
  readonly origin: OriginRow;
  /** Null for a column that a `*` stands for. */
  readonly expression: Expression | null;
}

/**
 * Asks the engine about each SELECT of a view, by preparing it and never running it. Empty where one of them cannot be prepared on its own: then only the
 * declared types of the view are known.
 */
export function readViewArms(connection: SqliteConnection, sql: string): readonly SqliteViewArm[] {
  const { arms, flat } = parseCreateView(sql);
  const read = arms.map((arm) => readArm(connection, arm, { sql, flat }));
  return read.every((arm) => arm !== null) ? read : [];
}

interface ArmContext {
  readonly sql: string;
  readonly flat: boolean;
}

function readArm(connection: SqliteConnection, arm: ArmSyntax, { sql, flat }: ArmContext): SqliteViewArm | null {
  const origins = prepareColumns(connection, arm.select);
  if (origins === null) return null;
  const written = alignColumns(arm.columns ?? [], origins.length);
  const columns = origins.map((origin, place) => {
    const tokens = written[place];
    return { origin, expression: tokens === null ? null : parseExpression(sql, tokens ?? []) };
  });
  const computed = columns.filter(({ origin }) => origin.table === null);
  const names = computed.flatMap(({ expression }) => (expression === null ? [] : columnNames(expression)));
  const operands = readOperands(connection, arm, [...new Set(names)]);
  const complete = isComplete(arm);
  const plain = flat && complete && isSingleTable(arm.from) && !isKeyword(behindWhere(arm)[0], "GROUP");
  return { columns, operands, sources: flat ? sourcesOf(arm) : null, complete, plain };
}

function prepareColumns(connection: SqliteConnection, select: string): readonly OriginRow[] | null {
  try {
    return connection.columns(select);
  } catch {
    return null;
  }
}

/**
 * The expression behind each result column, null for those of a `*`. With one `*` in the list the places are counted from both ends; with several of them
 * nothing is known.
 */
function alignColumns(
  written: readonly (readonly SqlToken[])[],
  count: number,
): readonly (readonly SqlToken[] | null)[] {
  const stars = written.flatMap((tokens, place) => (isSymbol(tokens.at(-1), "*") ? [place] : []));
  const [star] = stars;
  if (star === undefined) return written;
  if (stars.length > 1) return [];
  const width = count - written.length + 1;
  return [...written.slice(0, star), ...Array.from({ length: width }, () => null), ...written.slice(star + 1)];
}

function columnNames(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case "column":
      return [expression.sql];
    case "cast":
      return columnNames(expression.operand);
    case "call":
      return expression.arguments.flatMap(columnNames);
    case "case":
      return expression.results.flatMap(columnNames);
    case "concatenation":
    case "arithmetic":
      return expression.operands.flatMap(columnNames);
    default:
      return [];
  }
}

function readOperands(
  connection: SqliteConnection,
  arm: ArmSyntax,
  names: readonly string[],
): ReadonlyMap<string, OriginRow> {
  if (names.length === 0) return new Map();
  const origins = prepareColumns(connection, `${arm.withClause} select ${names.join(", ")} ${arm.fromClause}`);
  return new Map(origins?.map((origin, place) => [names[place] ?? "", origin]));
}

function sourcesOf(arm: ArmSyntax): readonly string[] {
  return arm.from.filter((token) => token.kind !== "symbol" && token.kind !== "number").map((token) => token.text);
}

const clausesBehindWhere = ["GROUP", "HAVING", "WINDOW", "ORDER"];

/** An aggregate without GROUP BY gives a row even where there is none, and its plain columns are NULL then. */
function isComplete(arm: ArmSyntax): boolean {
  if (arm.from.some((token) => isKeyword(token, "LEFT", "RIGHT", "FULL", "OUTER"))) return false;
  const rest = behindWhere(arm);
  if (isKeyword(rest[0], "GROUP")) return true;
  return ![...(arm.columns ?? []), rest].some(mayAggregate) && !isKeyword(rest[0], "HAVING");
}

function behindWhere({ rest }: ArmSyntax): readonly SqlToken[] {
  return rest.slice(findAtTop(rest, 0, (token) => isKeyword(token, ...clausesBehindWhere)));
}

/** A call of what is not known to be no aggregate may be one: programs can define aggregates of their own. */
function mayAggregate(tokens: readonly SqlToken[]): boolean {
  return tokens.some((token, place) => {
    const name = tokens[place - 1];
    const isCall = isSymbol(token, "(") && (name?.kind === "word" || name?.kind === "name");
    return isCall && !scalarFunctions.has(name.text.toLowerCase()) && !isKeyword(name, ...wordsBeforeGroups);
  });
}

/** Words that a parenthesis can follow without being called. */
const wordsBeforeGroups = [
  "CAST",
  "IN",
  "AND",
  "OR",
  "NOT",
  "WHEN",
  "THEN",
  "ELSE",
  "CASE",
  "LIKE",
  "IS",
  "BETWEEN",
  "BY",
];

/** One name, with or without schema and alias, and nothing else. */
function isSingleTable(from: readonly SqlToken[]): boolean {
  const names = from.slice(1).filter((token) => !isKeyword(token, "AS"));
  const dots = names.filter((token) => isSymbol(token, "."));
  if (names.length - dots.length > 2 + dots.length || dots.length > 1) return false;
  return names.every(
    (token, place) =>
      (token.kind !== "symbol" && token.kind !== "number" && !isKeyword(token, ...joinWords)) ||
      (place === 1 && isSymbol(token, ".")),
  );
}

const joinWords = ["JOIN", "NATURAL", "LEFT", "RIGHT", "FULL", "OUTER", "INNER", "CROSS", "INDEXED", "NOT"];
