import { toSqlTokens, type SqlToken } from "./sql-tokens.js";

/** What a view's query says of where its columns come from. */
export interface ViewSources {
  /** The columns that are handed on unchanged. */
  readonly columns: readonly SourceColumn[];
  /** The one table or view that it reads; null for a join, or for a query in its FROM. */
  readonly only: SourceTable | null;
}

export interface SourceColumn {
  /** The view's column. */
  readonly name: string;
  readonly from: SourceTable;
  readonly column: string;
}

export interface SourceTable {
  /** The database's real name. */
  readonly schema: string;
  readonly table: string;
}

/**
 * Reads the query of a view as the server prints it, every name in full and in backticks: ``select `b`.`id` AS `id` from (`shop`.`book` `b` join …)``. Null
 * for what is not one plain SELECT.
 */
export function toViewSources(definition: string): ViewSources | null {
  const tokens = toSqlTokens(definition) ?? [];
  const depths = toDepths(tokens);
  const isTop = (place: number, pattern: RegExp): boolean =>
    depths[place] === 0 && tokens[place]?.kind === "word" && pattern.test(tokens[place].value);
  const from = tokens.findIndex((_, place) => isTop(place, /^from$/i));
  const rest = tokens.findIndex(
    (_, place) => place > from && isTop(place, /^(where|group|having|order|limit|window|procedure|for)$/i),
  );
  const isPlain = tokens[0]?.kind === "word" && /^select$/i.test(tokens[0].value) && from > 0;
  if (!isPlain || tokens.some((_, place) => isTop(place, /^(union|except|intersect)$/i))) return null;
  const tables = toTables(tokens.slice(from, rest < 0 ? undefined : rest));
  if (tables === null) return null;
  const items = splitItems(tokens.slice(1, from), depths.slice(1, from));
  return {
    columns: items.flatMap((item) => toSourceColumn(item, tables) ?? []),
    only: tables.length === 1 ? (tables[0]?.source ?? null) : null,
  };
}

/** How many brackets are open around each token. */
function toDepths(tokens: readonly SqlToken[]): readonly number[] {
  let depth = 0;
  return tokens.map((token) => {
    if (token.kind !== "symbol") return depth;
    if (token.value === ")") depth -= 1;
    return token.value === "(" ? depth++ : depth;
  });
}

interface NamedTable {
  /** An alias, or the table's own name. */
  readonly name: string;
  readonly source: SourceTable;
}

/** The tables of a FROM clause; null where there is a query among them. */
function toTables(tokens: readonly SqlToken[]): readonly NamedTable[] | null {
  if (tokens.some((token) => token.kind === "word" && /^(select|json_table|values)$/i.test(token.value))) return null;
  return tokens.flatMap((token, place) => {
    if (token.kind !== "word" || !/^(from|join|straight_join)$/i.test(token.value)) return [];
    let first = place + 1;
    while (tokens[first]?.kind === "symbol" && tokens[first]?.value === "(") first += 1;
    const [schema, dot, table, alias] = tokens.slice(first, first + 4);
    if (schema?.kind !== "name" || dot?.value !== "." || table?.kind !== "name") return [];
    const name = alias?.kind === "name" ? alias.value : table.value;
    return [{ name, source: { schema: schema.value, table: table.value } }];
  });
}

function splitItems(tokens: readonly SqlToken[], depths: readonly number[]): readonly (readonly SqlToken[])[] {
  const items: SqlToken[][] = [[]];
  tokens.forEach((token, place) => {
    if (depths[place] === 0 && token.kind === "symbol" && token.value === ",") items.push([]);
    else items.at(-1)?.push(token);
  });
  return items;
}

/** `` `alias`.`column` AS `name` `` or `` `database`.`table`.`column` AS `name` ``; null for anything computed. */
function toSourceColumn(item: readonly SqlToken[], tables: readonly NamedTable[]): SourceColumn | null {
  const [as, name] = item.slice(-2);
  // DISTINCT and the like stand before the first item.
  const path = item.slice(0, -2).filter((token, place) => token.kind !== "word" || place > 0);
  const isPath = path.every((token, place) => (place % 2 === 0 ? token.kind === "name" : token.value === "."));
  if (as?.kind !== "word" || !/^as$/i.test(as.value) || name?.kind !== "name" || !isPath) return null;
  const names = path.filter((token) => token.kind === "name").map((token) => token.value);
  const [column, table, schema] = names.toReversed();
  const found = tables.filter((candidate) =>
    schema === undefined
      ? candidate.name === table
      : candidate.source.table === table && candidate.source.schema === schema,
  );
  const [only, ...others] = found;
  if (column === undefined || only === undefined || others.length > 0) return null;
  return { name: name.value, from: only.source, column };
}
