import {
  orderWithNulls,
  returningWrites,
  selectEndingIn,
  standardDialect,
  type ArrayDialect,
  type Bind,
  type Dialect,
  type Operand,
  type RangeDialect,
  type TextDialect,
} from "tablewright/dialect";
import { InvalidQueryError } from "tablewright/runtime";
import { castTo } from "../casts.js";
import { duckdbInsert } from "./duckdb-insert.js";
import { duckdbJson } from "./duckdb-json.js";
import { typeOfCodec } from "./type-of-codec.js";

const text: TextDialect = {
  like: (operand, pattern, bind) => `${operand} like ${toText(pattern, bind)} escape '\\'`,
  ilike: (operand, pattern, bind) => `${operand} ilike ${toText(pattern, bind)} escape '\\'`,
  startsWith: (operand, value, bind) => `starts_with(${operand}, ${toText(value, bind)})`,
  endsWith: (operand, value, bind) => `suffix(${operand}, ${toText(value, bind)})`,
  contains: (operand, value, bind) => `contains(${operand}, ${toText(value, bind)})`,
};

/** https://duckdb.org/docs/stable/sql/functions/list */
const array: ArrayDialect = {
  equals: (operand, list, bind) => `${operand.sql} = ${castTo(bind(list), operand.type)}`,
  hasEvery: (operand, list, bind) => `list_has_all(${operand.sql}, ${castTo(bind(list), operand.type)})`,
  hasSome: (operand, list, bind) => `list_has_any(${operand.sql}, ${castTo(bind(list), operand.type)})`,
  hasNull: ({ sql }) => `list_count(${sql}) < len(${sql})`,
  length: ({ sql }) => `len(${sql})`,
};

const range: RangeDialect = {
  contains: refuseRange,
  containedBy: refuseRange,
  overlaps: refuseRange,
  isEmpty: refuseRange,
};

/** DuckDB 1.5. */
export const duckdbDialect: Dialect = {
  ...standardDialect,
  name: "duckdb",
  typeOf: typeOfCodec,
  nullsGreatest: true,
  rowValues: true,
  text,
  json: duckdbJson,
  array,
  range,
  insert: duckdbInsert,
  writes: returningWrites,
  quote: (name) => `"${name.replaceAll('"', '""')}"`,
  placeholder: (position) => `$${position}`,
  isDistinct: (left, right) => `${left} is distinct from ${right}`,
  compared: castTo,
  equals: ({ sql, type }, value, bind) => `${sql} = ${castTo(bind(value), type)}`,
  written: (placeholder, { codec, type }) => castTo(placeholder, type ?? typeOfCodec(codec)),
  isIn: (operand, values, bind) => `${operand.sql} in (select ${unnested(operand, values, bind)})`,
  isRowIn(operands, rows, bind) {
    const lists = operands.map((operand, index) =>
      unnested(
        operand,
        rows.map((row) => row[index]),
        bind,
      ),
    );
    return `(${operands.map(({ sql }) => sql).join(", ")}) in (select ${lists.join(", ")})`;
  },
  listForm: () => 0,
  // Without a word, nulls come last in both directions: https://duckdb.org/docs/stable/sql/query_syntax/orderby
  order: (operand, direction, nulls) =>
    orderWithNulls(operand, direction, nulls ?? (direction === "" ? null : "first")),
  deleteFrom: (table, alias) => `delete from ${table} as ${alias}`,
  select: selectEndingIn({
    slice: (limit, offset) =>
      (limit === undefined ? "" : ` limit ${limit}`) +
      (offset === undefined || offset === 0 ? "" : ` offset ${offset}`),
    // No row is ever locked: of two transactions that change one, the second fails.
    lock: () => "",
  }),
};

/** The values one below the other. */
function unnested({ type }: Operand, values: readonly unknown[], bind: Bind): string {
  return castTo(`unnest(${castTo(bind(values), "VARCHAR[]")})`, type);
}

function toText(value: string, bind: Bind): string {
  return `cast(${bind(value)} as VARCHAR)`;
}

function refuseRange(): never {
  throw new InvalidQueryError("duckdb: filtering by a range: the engine has no ranges");
}
