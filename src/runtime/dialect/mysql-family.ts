import { DatabaseError } from "../errors/database-error.js";
import { InvalidQueryError } from "../errors/query-errors.js";
import type { ArrayDialect, Dialect, RangeDialect, WriteDialect } from "./dialect.js";
import { mysqlInsert } from "./mysql-insert.js";
import { mysqlJson } from "./mysql-json.js";
import { compared, isIn, isRowIn, listForm, typeOf } from "./mysql-list.js";
import { mysqlText } from "./mysql-text.js";
import { returningAtEnd } from "./returning-writes.js";
import { selectEndingIn, standardDialect } from "./standard-dialect.js";

/** Lists are values of the type SET, whose text is its members with commas between them, in an order of the type's own. */
const array: ArrayDialect = {
  equals: ({ sql }, list, bind) => `${sql} = ${bind(list)}`,
  hasEvery: ({ sql }, list, bind) =>
    membersOf(list).length === 0
      ? `${sql} is not null`
      : `(${membersOf(list)
          .map((member) => `find_in_set(${bind(member)}, ${sql}) > 0`)
          .join(" and ")})`,
  hasSome: ({ sql }, list, bind) =>
    membersOf(list).length === 0
      ? "false"
      : `(${membersOf(list)
          .map((member) => `find_in_set(${bind(member)}, ${sql}) > 0`)
          .join(" or ")})`,
  hasNull: () => "false",
  length: ({ sql }) => `char_length(${sql})`,
};

const range: RangeDialect = {
  contains: refuseRange,
  containedBy: refuseRange,
  overlaps: refuseRange,
  isEmpty: refuseRange,
};

/** As MySQL can: nothing is given back. */
const writes: WriteDialect = {
  returning: { insert: false, update: false },
  returnsTriggered: true,
  returned: returningAtEnd,
  readsTarget: false,
  upsert: {
    clause(key, updated) {
      const [guarded = ""] = key;
      const assignments = updated.filter((name) => name !== guarded).map((name) => `${name} = values(${name})`);
      const guard = toGuard(key, updated.includes(guarded) ? `values(${guarded})` : guarded);
      return ` on duplicate key update ${[`${guarded} = ${guard}`, ...assignments].join(", ")}`;
    },
    metAnother: (error) => error instanceof DatabaseError && numberOf(error.cause) === 1690,
  },
};

/** What MySQL and MariaDB have in common. */
export const mysqlFamily: Omit<Dialect, "name"> = {
  ...standardDialect,
  nullsGreatest: false,
  rowValues: false,
  text: mysqlText,
  json: mysqlJson,
  array,
  range,
  insert: mysqlInsert,
  writes,
  quote: (name) => `\`${name.replaceAll("`", "``")}\``,
  typeOf,
  placeholder: () => "?",
  isDistinct: (left, right) => `not (${left} <=> ${right})`,
  compared,
  equals: ({ sql, type }, value, bind) => `${sql} = ${compared(bind(value), type)}`,
  isIn,
  isRowIn,
  listForm,
  order: (operand, direction, nulls) =>
    nulls === null
      ? `${operand}${direction}`
      : `${operand} is null${nulls === "first" ? " desc" : ""}, ${operand}${direction}`,
  // The form for several tables, for the alias: of one table, MySQL before 8.0.16 and MariaDB before 11.6 take none.
  deleteFrom: (table, alias) => `delete ${alias} from ${table} as ${alias}`,
  select: selectEndingIn({
    slice(limit, offset) {
      if (offset === undefined || offset === 0) return limit === undefined ? "" : ` limit ${limit}`;
      // The manual's own number for "all the rest".
      return ` limit ${limit ?? "18446744073709551615"} offset ${offset}`;
    },
    // MariaDB knows no `for share`, and neither an `of` that is needed here.
    lock: (mode) => (mode === "update" ? " for update" : " lock in share mode"),
  }),
};

/**
 * The clause fires on any unique key. Where the row that it found differs in the key that was meant, this fails with error 1690, a number out of range,
 * whatever the `sql_mode`; otherwise it is the value. The comparison within makes it no constant, which could be computed beforehand.
 */
function toGuard(key: readonly string[], value: string): string {
  const [first = ""] = key;
  const same = key.map((name) => `${name} = values(${name})`).join(" and ");
  return `if(if(${same}, 1, ~0 + (1 + (${first} <=> values(${first})))), ${value}, ${value})`;
}

/** The server's number of an error. */
function numberOf(cause: unknown): unknown {
  return typeof cause === "object" && cause !== null && "errno" in cause ? cause.errno : undefined;
}

function membersOf(list: unknown): readonly string[] {
  return typeof list === "string" && list !== "" ? list.split(",") : [];
}

function refuseRange(): never {
  throw new InvalidQueryError("mysql: filtering by a range: the engine has no ranges");
}
