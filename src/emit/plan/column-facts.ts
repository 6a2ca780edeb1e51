import { groupBy } from "../../lang/group-by.js";
import type { ColumnType } from "../../model/column-type.js";
import type { DefaultValue } from "../../model/default-value.js";
import type { CheckModel, ColumnModel, TableModel } from "../../model/table-model.js";
import { codeSpan } from "./code-text.js";
import type { NamedEntity } from "./model-names.js";

/** What the catalog says of a column, in one line of Markdown: its type, keys, default and checks. */
export function columnFacts(entity: NamedEntity, column: ColumnModel, type: ColumnType): string {
  const { source } = entity;
  const facts = [
    column.databaseType === "" ? "no type" : codeSpan(column.databaseType),
    ...(source.is === "table" ? keyFacts(source.model, column.name) : []),
    ...filledFacts(column),
    ...(column.onUpdate === undefined ? [] : [`set to ${codeSpan(shorten(column.onUpdate))} by every update`]),
    ...checksOf(entity, column.name).map((check) => `check ${codeSpan(check.expression)}`),
  ];
  return `${capitalizeFact([...facts, ...(losesDigits(type) ? ["read to the millisecond"] : [])].join(", "))}.`;
}

/** The checks of a table that are about more than one column, or about none that can be told. */
export function checksOfTable(table: TableModel): readonly CheckModel[] {
  return checksByColumn(table).get(null) ?? [];
}

function keyFacts(table: TableModel, column: string): readonly string[] {
  const keyColumns = table.primaryKey?.columns ?? [];
  const key = keyColumns.includes(column) ? [keyColumns.length === 1 ? "primary key" : "part of the primary key"] : [];
  const references = table.foreignKeys.filter((foreignKey) => foreignKey.columns.includes(column));
  const named = new Set(
    references.map(({ references: { schema, name } }) =>
      codeSpan(schema === table.schema ? name : `${schema}.${name}`),
    ),
  );
  return [...key, ...[...named].map((name) => `references ${name}`)];
}

function filledFacts({ generated, identity, default: value }: ColumnModel): readonly string[] {
  if (generated !== null)
    return [generated.expression === "" ? "generated" : `generated as ${codeSpan(shorten(generated.expression))}`];
  if (identity !== null)
    return [identity.mode === "always" ? "always numbered by the database" : "numbered by the database"];
  return defaultFacts(value);
}

function defaultFacts(value: DefaultValue): readonly string[] {
  switch (value.kind) {
    case "none":
      return [];
    case "literal":
      return value.value === null
        ? []
        : [`default ${codeSpan(shorten(value.value === "" ? "''" : String(value.value)))}`];
    case "expression":
      return [`default ${codeSpan(shorten(value.sql))}`];
    case "sequence":
      return [`numbered by ${codeSpan(value.name)}`];
  }
}

/** The checks of a column that its type does not say. */
function checksOf({ source, unions }: NamedEntity, column: string): readonly CheckModel[] {
  if (source.is === "view") return [];
  const own = checksByColumn(source.model).get(column) ?? [];
  return unions.has(column) ? own.filter((check) => check.oneOf === null) : own;
}

const known = new WeakMap<TableModel, ReadonlyMap<string | null, readonly CheckModel[]>>();

function checksByColumn(table: TableModel): ReadonlyMap<string | null, readonly CheckModel[]> {
  const before = known.get(table);
  if (before !== undefined) return before;
  const made = groupBy(table.checks, (check) => checkedColumn(table, check));
  known.set(table, made);
  return made;
}

/** The one column that a check names; null for several or none. */
function checkedColumn(table: TableModel, { expression, oneOf }: CheckModel): string | null {
  if (oneOf !== null) return oneOf.column;
  const words = new Set(
    expression
      .replaceAll(/'(?:[^']|'')*'/g, " ")
      .match(/[\p{L}\p{N}_$]+|"(?:[^"]|"")+"/gu)
      ?.map(unquote) ?? [],
  );
  const named = table.columns.filter(({ name }) => words.has(name.toLowerCase()));
  return named.length === 1 ? (named[0]?.name ?? null) : null;
}

function unquote(word: string): string {
  const bare = word.startsWith('"') ? word.slice(1, -1).replaceAll('""', '"') : word;
  return bare.toLowerCase();
}

/** A `Date` holds milliseconds. Where the engine states no precision there can be more digits than three. */
function losesDigits(type: ColumnType): boolean {
  return type.kind === "timestamp" && (type.precision === null || type.precision > 3);
}

const charactersMax = 200;

function shorten(text: string): string {
  const characters = [...text];
  return characters.length <= charactersMax ? text : `${characters.slice(0, charactersMax).join("")}…`;
}

function capitalizeFact(text: string): string {
  return text.startsWith("no type") ? `No${text.slice(2)}` : text;
}
