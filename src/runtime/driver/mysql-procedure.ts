import type { CallOptions, CallStatement, ProcedureCall, ProcedureReply } from "../executor.js";
import type { MysqlChannel } from "./mysql-channel.js";
import type { MysqlResult } from "./mysql-query.js";
import { toRawObjects } from "./mysql-raw.js";
import { MysqlStatement } from "./mysql-statement.js";

/** Runs the statements of a procedure's call, which must stay on one connection: its outputs are variables of that. */
export async function callMysqlProcedure(
  channel: MysqlChannel,
  { before, call, after }: ProcedureCall,
  options?: CallOptions,
): Promise<ProcedureReply> {
  const ask = ({ sql, params }: CallStatement): Promise<MysqlResult> =>
    new MysqlStatement(channel, sql, { keep: true }).ask(params, (result) => result, options);
  if (before !== null) await ask(before);
  const { sets = [] } = await ask(call);
  const out = after === null ? [] : (await ask({ sql: after, params: [] })).rows;
  return { sets: sets.map(toRawObjects), out };
}
