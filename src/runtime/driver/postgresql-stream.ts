import type { Row, StreamOptions } from "../executor.js";
import { TransactionScope } from "../transaction-scope.js";
import { PostgresqlClientChannel } from "./postgresql-client-channel.js";
import type { PostgresqlPoolChannel } from "./postgresql-pool-channel.js";
import { PostgresqlStatement } from "./postgresql-statement.js";
import { toCommand } from "./postgresql-text.js";

export interface PostgresqlStreamCall {
  readonly sql: string;
  readonly params: readonly unknown[];
  readonly options: StreamOptions;
}

/** Rows in batches, through a cursor in a read-only transaction on a connection of its own. `timeoutMs` bounds each batch. */
export async function* streamAlone(
  pool: PostgresqlPoolChannel,
  call: PostgresqlStreamCall,
): AsyncGenerator<readonly Row[]> {
  call.options.signal?.throwIfAborted();
  const client = await pool.connect();
  const channel = new PostgresqlClientChannel(pool, client, new TransactionScope());
  const run = (sql: string): Promise<number> => new PostgresqlStatement(channel, toCommand(sql)).run([]);
  let open = true;
  try {
    // All rows are wanted: by default the planner favours a plan that is quick to give the first of them.
    await run("begin read only; set local cursor_tuple_fraction = 1");
    yield* streamWithin(channel, call);
    await run("commit");
    open = false;
  } finally {
    // A connection that cannot roll back is closed.
    const ended = !open || (await succeeds(run("rollback")));
    client.release(!ended);
  }
}

/** The same in a transaction that is open. */
export async function* streamWithin(
  channel: PostgresqlClientChannel,
  { sql, params, options }: PostgresqlStreamCall,
): AsyncGenerator<readonly Row[]> {
  const cursor = `tablewright_${(cursors += 1)}`;
  const run = (text: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
    new PostgresqlStatement(channel, { sql: text, name: undefined }).all(values, options);
  await run(`declare ${cursor} no scroll cursor for ${sql}`, params);
  let failed = true;
  try {
    for (;;) {
      const rows = await run(`fetch ${options.batchSize} from ${cursor}`);
      failed = false;
      if (rows.length > 0) yield rows;
      if (rows.length < options.batchSize) return;
      failed = true;
    }
  } finally {
    // After a failed fetch the transaction has failed, and the cursor is gone with it.
    if (!failed) await new PostgresqlStatement(channel, toCommand(`close ${cursor}`)).run([]);
  }
}

let cursors = 0;

function succeeds(promise: Promise<unknown>): Promise<boolean> {
  return promise.then(
    () => true,
    () => false,
  );
}
