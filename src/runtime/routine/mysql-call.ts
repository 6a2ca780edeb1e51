import type { Dialect } from "../dialect/dialect.js";
import type { ProcedureCall } from "../executor.js";
import { qualifiedName, type CallText } from "./postgresql-call.js";
import type { RoutineArgument } from "./routine-arguments.js";
import type { RoutineMeta } from "./routine-meta.js";

/** A function's call: MySQL and MariaDB take every value, by its place. */
export function toMysqlCall(routine: RoutineMeta, args: readonly RoutineArgument[], dialect: Dialect): CallText {
  const params: unknown[] = [];
  const texts = args.map(({ value }) => dialect.placeholder(params.push(value)));
  return { text: `${qualifiedName(routine, dialect)}(${texts.join(", ")})`, params };
}

/**
 * A procedure's call, whose outputs go through variables of the connection: they keep the type and every digit of what is assigned to them
 * (https://dev.mysql.com/doc/refman/8.4/en/user-variables.html, https://mariadb.com/kb/en/user-defined-variables/).
 */
export function toProcedureCall(
  routine: RoutineMeta,
  args: readonly RoutineArgument[],
  dialect: Dialect,
): ProcedureCall {
  const params: unknown[] = [];
  const assigned: { readonly variable: string; readonly value: unknown }[] = [];
  const texts = args.map(({ parameter, value }, place) => {
    if (parameter.mode === undefined) return dialect.placeholder(params.push(value));
    assigned.push({ variable: `@tablewright_${place + 1}`, value: value ?? null });
    return `@tablewright_${place + 1}`;
  });
  const call = { sql: `call ${qualifiedName(routine, dialect)}(${texts.join(", ")})`, params };
  if (assigned.length === 0) return { before: null, call, after: null };
  const settings = assigned.map(({ variable }, index) => `${variable} = ${dialect.placeholder(index + 1)}`);
  return {
    before: { sql: `set ${settings.join(", ")}`, params: assigned.map(({ value }) => value) },
    call,
    after: `select ${assigned.map(({ variable }) => variable).join(", ")}`,
  };
}
