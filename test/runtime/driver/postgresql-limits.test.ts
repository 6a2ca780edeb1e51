import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { openPostgresql } from "../../../src/runtime/driver/open-postgresql.js";
import type { Executor } from "../../../src/runtime/executor.js";
import { TestDatabase } from "../../support/open-engine.js";
import { createPostgresDatabase, type PostgresDatabase } from "../../support/postgres-database.js";

let server: PostgresDatabase;
let db: TestDatabase;

beforeAll(async () => {
  server = await createPostgresDatabase({ script: "create table item (id integer primary key, name text)" });
  db = new TestDatabase(await openPostgresql({ connectionString: server.url, max: 2 }));
});
afterAll(async () => {
  await db.close();
  await server.drop();
});

async function all(
  executor: Executor,
  sql: string,
  options: { signal?: AbortSignal; timeoutMs?: number } = {},
): Promise<unknown> {
  return executor.prepare(sql).all([], options);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function processId(on: TestDatabase): Promise<number> {
  const [row] = await on.sql<{ pid: number }>`select pg_backend_pid() as pid`;
  return row?.pid ?? 0;
}

async function running(): Promise<number> {
  const [row] = await db.sql<{ n: number }>`select count(*) as n from pg_stat_activity
    where datname = current_database() and state = 'active' and backend_type = 'client backend' and pid <> pg_backend_pid()`;
  return row?.n ?? -1;
}

describe("a call with a limit", () => {
  it("ends by its time, on the server too, and the connection stays usable", async () => {
    const single = new TestDatabase(await openPostgresql({ connectionString: server.url, max: 1 }));
    onTestFinished(() => single.close());
    const before = await processId(single);
    const startedAt = performance.now();
    const error = await all(single.executor, "select pg_sleep(20)", { timeoutMs: 50 }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ code: "queryTimeout", sql: "select pg_sleep(20)" });
    expect(performance.now() - startedAt).toBeLessThan(5000);
    expect(await running()).toBe(0);
    expect(await processId(single)).toBe(before);
  });

  it("ends by its signal, with the signal's reason", async () => {
    const reason = new Error("enough");
    const abort = new AbortController();
    const call = all(db.executor, "select pg_sleep(20)", { signal: abort.signal });
    setTimeout(() => abort.abort(reason), 30);
    await expect(call).rejects.toBe(reason);
    expect(await running()).toBe(0);
    await expect(all(db.executor, "select 1", { signal: abort.signal })).rejects.toBe(reason);
    await expect(
      all(db.executor, "select 1", { signal: AbortSignal.timeout(10_000), timeoutMs: 10_000 }),
    ).resolves.toEqual([["1"]]);
  });

  it("ends while it waits for a connection, at once, and the connection goes to the next", async () => {
    let finish = (): void => {};
    const hold = new Promise<void>((resolve) => (finish = resolve));
    const holders = [db.transaction(() => hold), db.transaction(() => hold)];
    await pause(20);
    await expect(all(db.executor, "select 1", { timeoutMs: 20 })).rejects.toMatchObject({ code: "queryTimeout" });
    const next = all(db.executor, "select 2");
    finish();
    await Promise.all(holders);
    expect(await next).toEqual([["2"]]);
  });

  it("does not leave its cancellation to the statement that follows", async () => {
    const single = new TestDatabase(await openPostgresql({ connectionString: server.url, max: 1 }));
    onTestFinished(() => single.close());
    // The statement takes about as long as it may: sometimes it ends first, sometimes its cancellation is on the way.
    const outcomes = new Set<string>();
    for (let round = 0; round < 25; round += 1) {
      const limited = all(single.executor, "select pg_sleep(0.015)", { timeoutMs: 8 + (round % 15) });
      const next = all(single.executor, "select 'next', pg_sleep(0.002)");
      outcomes.add(
        await limited.then(
          () => "done",
          (error: unknown) => (error as { code: string }).code,
        ),
      );
      expect(await next).toEqual([["next", ""]]);
    }
    expect([...outcomes].filter((outcome) => outcome !== "done" && outcome !== "queryTimeout")).toEqual([]);
  });

  it("fails the transaction that it is in, and nothing else", async () => {
    const attempt = db.transaction(async (tx) => {
      await tx.add(1);
      await all(tx.executor, "select pg_sleep(20)", { timeoutMs: 30 });
    });
    await expect(attempt).rejects.toMatchObject({ code: "queryTimeout" });
    await db.transaction(async (tx) => {
      const limited = tx.transaction((inner) => all(inner.executor, "select pg_sleep(20)", { timeoutMs: 30 }));
      await expect(limited).rejects.toMatchObject({ code: "queryTimeout" });
      await tx.add(2);
    });
    expect(await db.items()).toEqual([{ id: 2, name: null }]);
  });

  it("bounds each batch of a stream", async () => {
    const sql = "select n, pg_sleep(case when n = 4 then 20 else 0 end) from generate_series(1, 5) as g(n)";
    const rows = db.executor.stream(sql, [], { batchSize: 2, timeoutMs: 100 })[Symbol.asyncIterator]();
    expect((await rows.next()).value).toHaveLength(2);
    await expect(rows.next()).rejects.toMatchObject({ code: "queryTimeout" });
    expect(await running()).toBe(0);
  });

  it("ends when the server cannot be told", async () => {
    const pool = new pg.Pool({ connectionString: server.url, max: 1 });
    onTestFinished(() => pool.end());
    const executor = await openPostgresql(pool);
    expect(await all(executor, "select 1")).toEqual([["1"]]);
    pool.options.connectionString = "postgres://nobody:wrong@127.0.0.1:1/nowhere";
    await expect(all(executor, "select pg_sleep(20)", { timeoutMs: 30 })).rejects.toMatchObject({
      code: "queryTimeout",
    });
    pool.options.connectionString = server.url;
    expect(await all(executor, "select 1")).toEqual([["1"]]);
  });
});

describe("a connection that is lost", () => {
  async function terminate(pid: number): Promise<void> {
    await db.sql`select pg_terminate_backend(${pid})`;
  }

  it("fails the statement that it runs, and the pool goes on with a new one", async () => {
    const single = new TestDatabase(await openPostgresql({ connectionString: server.url, max: 1 }));
    onTestFinished(() => single.close());
    const pid = await processId(single);
    const call = expect(single.sql`select pg_sleep(20)`).rejects.toMatchObject({ code: "connectionLost" });
    await pause(30);
    await terminate(pid);
    await call;
    expect(await processId(single)).not.toBe(pid);
  });

  it("while nobody uses it, is replaced", async () => {
    const single = new TestDatabase(await openPostgresql({ connectionString: server.url, max: 1 }));
    onTestFinished(() => single.close());
    const pid = await processId(single);
    await terminate(pid);
    await pause(50);
    expect(await processId(single)).not.toBe(pid);
  });

  it("between two statements of a transaction, fails the transaction, and nothing crashes", async () => {
    const attempt = db.transaction(
      async (tx) => {
        await tx.add(77);
        await terminate(await processId(tx));
        await pause(50);
        await tx.add(78);
      },
      { retries: 3 },
    );
    await expect(attempt).rejects.toMatchObject({ code: "connectionLost" });
    const silent = db.transaction(async (tx) => {
      await tx.add(77);
      await terminate(await processId(tx));
      await pause(50);
    });
    await expect(silent).rejects.toMatchObject({ code: "connectionLost" });
    expect((await db.items()).filter(({ id }) => id >= 77)).toEqual([]);
  });

  it("within a nested transaction, fails all of it", async () => {
    const attempt = db.transaction((tx) =>
      tx.transaction(async (inner) => {
        await terminate(await processId(inner));
        await pause(50);
        await inner.add(77);
      }),
    );
    await expect(attempt).rejects.toMatchObject({ code: "connectionLost" });
    expect((await Promise.all([db.items(), db.items(), db.items()])).flat().filter(({ id }) => id >= 77)).toEqual([]);
  });

  it("in the middle of a stream, fails the stream", async () => {
    const sql = "select n, pg_backend_pid() from generate_series(1, 100000) as g(n)";
    const read = async (): Promise<void> => {
      for await (const batch of db.executor.stream(sql, [], { batchSize: 10 })) {
        await terminate(Number(batch[0]?.[1]));
        await pause(50);
      }
    };
    await expect(read()).rejects.toMatchObject({ code: "connectionLost" });
    expect(await Promise.all([processId(db), processId(db), processId(db)])).toHaveLength(3);
  });
});
