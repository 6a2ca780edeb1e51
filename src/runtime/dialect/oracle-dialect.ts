import { InvalidQueryError } from "../errors/query-errors.js";
import type { ArrayDialect, Dialect, RangeDialect, SelectParts, WriteDialect } from "./dialect.js";
import { oracleInsert } from "./oracle-insert.js";
import { oracleJson } from "./oracle-json.js";
import { isIn, isRowIn, listForm } from "./oracle-list.js";
import { returned } from "./oracle-returning.js";
import { oracleText } from "./oracle-text.js";
import { compared, selected, typeOf, written } from "./oracle-types.js";
import { orderWithNulls } from "./order-with-nulls.js";
import { selectFrom } from "./standard-dialect.js";

const array: ArrayDialect = {
  equals: refuseArray,
  hasEvery: refuseArray,
  hasSome: refuseArray,
  hasNull: refuseArray,
  length: refuseArray,
};

const range: RangeDialect = {
  contains: refuseRange,
  containedBy: refuseRange,
  overlaps: refuseRange,
  isEmpty: refuseRange,
};

/** MERGE gives no row back before 23ai, and meets a row that another transaction inserts meanwhile as an error; so a row is looked for first, and locked. */
const writes: WriteDialect = {
  returning: { insert: true, update: true },
  returnsTriggered: true,
  returned,
  readsTarget: true,
  upsert: null,
};

/**
 * Oracle 12.2 to 23ai. Two things are as the engine has them: an empty text is NULL, and CLOBs have neither equality nor order, only LIKE (ORA-00932)
 * (https://docs.oracle.com/en/database/oracle/oracle-database/23/sqlrf/Comparison-Conditions.html).
 */
export const oracleDialect: Dialect = {
  name: "oracle",
  nullsGreatest: true,
  emptyTextIsNull: true,
  rowValues: false,
  text: oracleText,
  json: oracleJson,
  array,
  range,
  insert: oracleInsert,
  writes,
  quote,
  typeOf,
  placeholder: (position) => `:${position}`,
  // DECODE takes two nulls for the same (https://docs.oracle.com/en/database/oracle/oracle-database/23/sqlrf/DECODE.html).
  isDistinct: (left, right) => `decode(${left}, ${right}, 0, 1) = 1`,
  compared,
  equals: ({ sql, type }, value, bind) => `${sql} = ${compared(bind(value), type)}`,
  isIn,
  isRowIn,
  listForm,
  isNotTrue: (condition) => `case when ${condition} then 0 else 1 end = 1`,
  selected,
  written: (placeholder, { type }) => written(placeholder, type),
  counting: "count(*)",
  select: (parts) => (parts.lock === undefined ? selectSlice(parts) : selectLocked(parts)),
  order: orderWithNulls,
  updateRows: ({ table, alias, assignments, join }) => `update ${table} ${alias}${join} set ${assignments}`,
  deleteFrom: (table, alias) => `delete from ${table} ${alias}`,
};

/** A name may hold all but `"` and the null character (https://docs.oracle.com/en/database/oracle/oracle-database/23/sqlrf/Database-Object-Names-and-Qualifiers.html). */
function quote(name: string): string {
  if (!/["\0]/.test(name) && name !== "") return `"${name}"`;
  throw new InvalidQueryError('oracle: quoting a name: it is empty, or holds " or a null character, as no name can');
}

function selectSlice({ order, limit, offset, ...parts }: SelectParts): string {
  const skipped = offset === undefined || offset === 0 ? "" : ` offset ${offset} rows`;
  return `${selectFrom(parts)}${order}${skipped}${limit === undefined ? "" : ` fetch next ${limit} rows only`}`;
}

/**
 * There are no shared locks of rows, so that `share` locks as `update` does. A statement that locks takes no slice (ORA-02014): the rows of the slice are found by
 * their ROWIDs.
 */
function selectLocked(parts: SelectParts): string {
  const { columns, from, alias, order, limit, offset } = parts;
  if (limit === undefined && (offset ?? 0) === 0) return `${selectFrom(parts)}${order} for update`;
  const slice = selectSlice({ ...parts, columns: `${alias}.rowid as r` });
  const where = `${alias}.rowid in (select s.r from (${slice}) s)`;
  return `${selectFrom({ columns, from, where })}${order} for update`;
}

function refuseArray(): never {
  throw new InvalidQueryError("oracle: filtering by a list: the engine has no lists");
}

function refuseRange(): never {
  throw new InvalidQueryError("oracle: filtering by a range: the engine has no ranges");
}
