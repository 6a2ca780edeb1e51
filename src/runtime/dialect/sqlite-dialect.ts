import type { ArrayDialect, Dialect, RangeDialect, TextDialect } from "./dialect.js";
import { InvalidQueryError } from "../errors/query-errors.js";
import { escapeGlob, likeToGlob } from "./like-pattern.js";
import { orderWithNulls } from "./order-with-nulls.js";
import { returningWrites } from "./returning-writes.js";
import { selectEndingIn, standardDialect } from "./standard-dialect.js";
import { sqliteInsert } from "./sqlite-insert.js";
import { sqliteJson } from "./sqlite-json.js";
import { toSqliteList, toSqliteRows } from "./sqlite-list.js";

/** LIKE of SQLite has no regard to the case of ASCII letters; GLOB tells cases apart and can use an index. */
const text: TextDialect = {
  like: (operand, pattern, bind) => `${operand} glob ${bind(likeToGlob(pattern))}`,
  ilike: (operand, pattern, bind) => `${operand} like ${bind(pattern)} escape '\\'`,
  startsWith: (operand, value, bind) => `${operand} glob ${bind(`${escapeGlob(value)}*`)}`,
  endsWith: (operand, value, bind) =>
    value === "" ? `${operand} is not null` : `substr(${operand}, ${bind(-codePoints(value))}) = ${bind(value)}`,
  contains: (operand, value, bind) => `instr(${operand}, ${bind(value)}) > 0`,
};

/** Lists are stored as JSON text. */
const array: ArrayDialect = {
  equals: ({ sql }, list, bind) => `json(${sql}) = json(${bind(list)})`,
  hasEvery: ({ sql }, list, bind) =>
    `(${sql} is not null and not exists (select value from json_each(${bind(list)}) except select value from json_each(${sql})))`,
  hasSome: ({ sql }, list, bind) =>
    `exists (select value from json_each(${sql}) intersect select value from json_each(${bind(list)}))`,
  hasNull: ({ sql }) => `exists (select 1 from json_each(${sql}) where type = 'null')`,
  length: ({ sql }) => `json_array_length(${sql})`,
};

const range: RangeDialect = {
  contains: refuseRange,
  containedBy: refuseRange,
  overlaps: refuseRange,
  isEmpty: refuseRange,
};

/** SQLite 3.38 and later. */
export const sqliteDialect: Dialect = {
  ...standardDialect,
  name: "sqlite",
  typeOf: () => undefined,
  nullsGreatest: false,
  rowValues: true,
  text,
  json: sqliteJson,
  array,
  range,
  insert: sqliteInsert,
  writes: returningWrites,
  quote: (name) => `"${name.replaceAll('"', '""')}"`,
  placeholder: () => "?",
  isDistinct: (left, right) => `${left} is not ${right}`,
  compared: (placeholder) => placeholder,
  equals: ({ sql }, value, bind) => `${sql} = ${bind(value)}`,
  isIn({ sql }, values, bind) {
    const list = toSqliteList(values);
    return `${sql} in (select ${list.value("value")} from json_each(${bind(list.json)}))`;
  },
  isRowIn(operands, rows, bind) {
    const { json, values } = toSqliteRows(rows);
    return `(${operands.map(({ sql }) => sql).join(", ")}) in (select ${values.join(", ")} from json_each(${bind(json)}))`;
  },
  listForm: () => 0,
  order: orderWithNulls,
  deleteFrom: (table, alias) => `delete from ${table} as ${alias}`,
  select: selectEndingIn({
    slice(limit, offset) {
      if (offset === undefined || offset === 0) return limit === undefined ? "" : ` limit ${limit}`;
      return ` limit ${limit ?? -1} offset ${offset}`;
    },
    // A transaction that writes holds the whole database.
    lock: () => "",
  }),
};

function codePoints(value: string): number {
  return [...value].length;
}

function refuseRange(): never {
  throw new InvalidQueryError("sqlite: filtering by a range: the engine has no ranges");
}
