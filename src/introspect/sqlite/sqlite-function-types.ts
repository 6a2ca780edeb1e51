import type { ColumnType } from "../../model/column-type.js";
import { joinTypes, plainTypes, type ExpressionType } from "./sqlite-type-join.js";

type Arguments = readonly (ExpressionType | null)[];
type FunctionType = (given: Arguments) => ExpressionType | null;

const { text, integer, float, bytes, json } = plainTypes;

/**
 * What SQLite's own functions give (https://sqlite.org/lang_corefunc.html, lang_aggfunc.html, windowfunctions.html, lang_datefunc.html, lang_mathfunc.html,
 * json1.html), by name. Functions whose result can be of any type are not in it.
 */
export const functionTypes: ReadonlyMap<string, FunctionType> = new Map<string, FunctionType>([
  ...named(always(integer), "count", "row_number", "rank", "dense_rank", "ntile"),
  ...named(always(float), "total", "percent_rank", "cume_dist"),
  ...named(always(text), "typeof", "hex", "quote", "concat"),
  ...named(always(json), "json_group_array", "json_group_object", "json_array", "json_object"),
  ...named(always({ ...integer, exact: true }), "random"),
  ...named(always(bytes), "randomblob", "zeroblob"),
  ...named(orNull(float), "avg", "julianday", "sqrt", "pow", "power", "exp", "ln", "log", "log2", "log10"),
  ...named(orNull(integer), "unixepoch", "sign"),
  ...named(
    orNull(text),
    "group_concat",
    "string_agg",
    "date",
    "time",
    "datetime",
    "strftime",
    "timediff",
    "printf",
    "format",
  ),
  ...named(ofArguments(text), "lower", "upper", "trim", "ltrim", "rtrim", "replace", "char", "concat_ws", "soundex"),
  ...named(ofArguments(integer), "length", "octet_length", "instr", "unicode"),
  ...named(ofArguments(float), "round"),
  ...named(ofArguments(json), "json", "json_patch", "json_remove", "json_replace", "json_set", "json_insert"),
  ...named(substring, "substr", "substring"),
  ...named(sum, "sum"),
  ...named(absolute, "abs"),
  ...named(extreme, "min", "max"),
  ...named(coalesce, "coalesce", "ifnull"),
  ...named((given) => joinTypes(given.length === 2 ? [given[1] ?? null, nullType] : given.slice(1)), "iif", "if"),
  ...named(([first]) => toNullable(first), "nullif", "lag", "lead", "first_value", "last_value", "nth_value"),
]);

const aggregateNames: readonly string[] = [
  ...[
    "avg",
    "count",
    "group_concat",
    "json_group_array",
    "json_group_object",
    "max",
    "min",
    "string_agg",
    "sum",
    "total",
  ],
];

/** The functions above that are never aggregates; `min` and `max` are, of one argument. */
export const scalarFunctions: ReadonlySet<string> = new Set(
  [...functionTypes.keys()].filter((name) => !aggregateNames.includes(name)),
);

function named(type: FunctionType, ...names: readonly string[]): (readonly [string, FunctionType])[] {
  return names.map((name) => [name, type]);
}

function always(type: ColumnType): FunctionType {
  return () => ({ type, nullable: false });
}

function orNull(type: ColumnType): FunctionType {
  return () => ({ type, nullable: true });
}

/** NULL where an argument is NULL. */
function ofArguments(type: ColumnType): FunctionType {
  return (given) => ({ type, nullable: given.some((argument) => argument?.nullable ?? true) });
}

const nullType: ExpressionType = { type: null, nullable: true };

function toNullable(given: ExpressionType | null | undefined): ExpressionType | null {
  return !given ? null : { ...given, nullable: true };
}

/** A part of a blob is a blob. */
function substring(given: Arguments): ExpressionType | null {
  return given[0]?.type?.kind === "text" ? ofArguments(text)(given) : null;
}

/** NULL where there are no rows. */
function sum([given]: Arguments): ExpressionType | null {
  switch (given?.type?.kind) {
    case "integer":
    case "boolean":
      return { type: integer, nullable: true };
    case "decimal":
      return { type: { ...given.type, precision: null }, nullable: true };
    case "float":
      return { type: float, nullable: true };
    default:
      return null;
  }
}

function absolute([given]: Arguments): ExpressionType | null {
  const kind = given?.type?.kind;
  return kind === "integer" || kind === "decimal" || kind === "float" ? (given ?? null) : null;
}

/** Of one argument an aggregate, of several the least or greatest of them. */
function extreme(given: Arguments): ExpressionType | null {
  return given.length === 1 ? toNullable(given[0]) : joinTypes(given);
}

/** NULL only where all arguments are. */
function coalesce(given: Arguments): ExpressionType | null {
  const joined = joinTypes(given);
  return joined === null ? null : { ...joined, nullable: given.every((argument) => argument?.nullable ?? true) };
}
