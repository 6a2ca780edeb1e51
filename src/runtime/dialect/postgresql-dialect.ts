import { postgresqlTypes } from "../codegen/v1/symbols.js";
import type {
  ArrayDialect,
  Bind,
  Dialect,
  JsonDialect,
  JsonTarget,
  Operand,
  RangeDialect,
  TextDialect,
} from "./dialect.js";
import { escapeLike } from "./like-pattern.js";
import { orderWithNulls } from "./order-with-nulls.js";
import { postgresqlArrayLiteral } from "./postgresql-array-literal.js";
import { postgresqlInsert } from "./postgresql-insert.js";
import { returningWrites } from "./returning-writes.js";
import { selectEndingIn, standardDialect } from "./standard-dialect.js";

const types: ReadonlyMap<string, string> = new Map(Object.entries(postgresqlTypes));

const text: TextDialect = {
  like: (operand, pattern, bind) => `${operand} like ${bind(pattern)}`,
  ilike: (operand, pattern, bind) => `${operand} ilike ${bind(pattern)}`,
  startsWith: (operand, value, bind) => `${operand} like ${bind(`${escapeLike(value)}%`)}`,
  endsWith: (operand, value, bind) => `${operand} like ${bind(`%${escapeLike(value)}`)}`,
  contains: (operand, value, bind) => `${operand} like ${bind(`%${escapeLike(value)}%`)}`,
};

const json: JsonDialect = {
  equals: (target, value, bind) => `${jsonAt(target, bind)} = ${bind(JSON.stringify(value))}::jsonb`,
  contains: (target, value, bind) => `${jsonAt(target, bind)} @> ${bind(JSON.stringify(value))}::jsonb`,
};

const array: ArrayDialect = {
  equals: (operand, list, bind) => `${operand.sql} = ${cast(operand, list, bind)}`,
  hasEvery: (operand, list, bind) => `${operand.sql} @> ${cast(operand, list, bind)}`,
  hasSome: (operand, list, bind) => `${operand.sql} && ${cast(operand, list, bind)}`,
  hasNull: (operand) => `array_position(${operand.sql}, null) is not null`,
  length: (operand) => `cardinality(${operand.sql})`,
};

const range: RangeDialect = {
  contains: (operand, value, bind) => `${operand.sql} @> ${cast(operand, value, bind)}`,
  containedBy: (operand, value, bind) => `${operand.sql} <@ ${cast(operand, value, bind)}`,
  overlaps: (operand, value, bind) => `${operand.sql} && ${cast(operand, value, bind)}`,
  isEmpty: (operand) => `isempty(${operand.sql})`,
};

/** PostgreSQL 12 to 18. */
export const postgresqlDialect: Dialect = {
  ...standardDialect,
  name: "postgresql",
  typeOf: (codec) => types.get(codec.replace(/\(.*$/s, "")),
  nullsGreatest: true,
  rowValues: true,
  text,
  json,
  array,
  range,
  insert: postgresqlInsert,
  writes: returningWrites,
  quote: (name) => `"${name.replaceAll('"', '""')}"`,
  placeholder: (position) => `$${position}`,
  isDistinct: (left, right) => `${left} is distinct from ${right}`,
  compared: (placeholder) => placeholder,
  equals: (operand, value, bind) => `${operand.sql} = ${cast(operand, value, bind)}`,
  isIn: (operand, values, bind) => `${operand.sql} = any(${toList(operand, values, bind)})`,
  isRowIn(operands, rows, bind) {
    const lists = operands.map((operand, index) =>
      toList(
        operand,
        rows.map((row) => row[index]),
        bind,
      ),
    );
    return `(${operands.map(({ sql }) => sql).join(", ")}) in (select * from unnest(${lists.join(", ")}))`;
  },
  listForm: () => 0,
  order: orderWithNulls,
  deleteFrom: (table, alias) => `delete from ${table} as ${alias}`,
  select: selectEndingIn({
    // Written out, not bound: the planner needs the number, and a plan for a bound one is never kept.
    slice: (limit, offset) =>
      (limit === undefined ? "" : ` limit ${limit}`) +
      (offset === undefined || offset === 0 ? "" : ` offset ${offset}`),
    lock: (mode, alias) => ` for ${mode} of ${alias}`,
  }),
};

function toList(operand: Operand, values: readonly unknown[], bind: Bind): string {
  const list = bind(postgresqlArrayLiteral(values));
  return operand.type === undefined ? list : `${list}::${operand.type}[]`;
}

function cast(operand: Operand, value: unknown, bind: Bind): string {
  return operand.type === undefined ? bind(value) : `${bind(value)}::${operand.type}`;
}

/** A member name is bound as text and a position written as a number: `->` looks into objects for the one and into lists for the other. */
function jsonAt({ sql, path }: JsonTarget, bind: Bind): string {
  return path.reduce<string>(
    (json, step) => `${json} -> ${typeof step === "number" ? `${step}` : `${bind(step)}::text`}`,
    `${sql}::jsonb`,
  );
}
