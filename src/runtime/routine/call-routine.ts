import type { CallOptions, Executor } from "../executor.js";
import { chooseOverload } from "./choose-overload.js";
import { toMysqlCall, toProcedureCall } from "./mysql-call.js";
import { toPostgresqlCall } from "./postgresql-call.js";
import { routineTitle, toArguments, type RoutineArgument } from "./routine-arguments.js";
import type { RoutineMeta } from "./routine-meta.js";

/** How a call of an overloaded name may be bounded, and which overload is meant. */
export interface OverloadOptions<Signature extends string = string> extends CallOptions {
  /** The types of the overload's inputs, as the catalog prints them; absent means the first one that takes the given values. */
  readonly overload?: Signature | undefined;
}

/** Calls a function or procedure: called by generated code. */
export async function callRoutine<R>(
  executor: Executor,
  routine: RoutineMeta<R>,
  parameters: object = {},
  options?: CallOptions,
): Promise<R> {
  const args = toArguments(routine, parameters);
  if (routine.kind === "procedure" && executor.callProcedure !== undefined) {
    const { sets, out } = await executor.callProcedure(toProcedureCall(routine, args, executor.dialect), options);
    const { read, readSets } = routine.result;
    const title = routineTitle(routine);
    return readSets === undefined ? read(out, title) : readSets(out, sets, title);
  }
  const { sql, params } = toStatement(executor, routine, args);
  const rows = await executor.prepare(sql).all(params, options);
  return routine.result.read(rows, routineTitle(routine));
}

/** Calls one of several routines of the same name: called by generated code, whose overloads say what it gives. */
export async function callOverload(
  executor: Executor,
  overloads: readonly [RoutineMeta, ...RoutineMeta[]],
  parameters: object = {},
  options?: OverloadOptions,
): Promise<unknown> {
  return callRoutine(executor, chooseOverload(overloads, parameters, options?.overload), parameters, options);
}

function toStatement(
  { dialect }: Executor,
  routine: RoutineMeta,
  args: readonly RoutineArgument[],
): { readonly sql: string; readonly params: readonly unknown[] } {
  const toCall = dialect.name === "postgresql" ? toPostgresqlCall : toMysqlCall;
  const { text, params } = toCall(routine, args, dialect);
  return { sql: routine.kind === "procedure" ? `call ${text}` : routine.result.select(text, dialect), params };
}
