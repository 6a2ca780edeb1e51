import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { openMariadb } from "../../../src/runtime/driver/open-mariadb.js";
import type { Executor, Row } from "../../../src/runtime/executor.js";
import { createMariadbDatabase, hasMariadbServer, type MariadbDatabase } from "../../support/mariadb-database.js";
import { TestDatabase } from "../../support/open-engine.js";

describe.skipIf(!hasMariadbServer())("on MariaDB", () => {
  let server: MariadbDatabase;
  let db: TestDatabase;

  beforeAll(async () => {
    server = await createMariadbDatabase({ script: "create table item (id integer primary key, name text)" });
    db = await open(2);
  });
  afterAll(async () => {
    await db.close();
    await server.drop();
  });

  async function open(connectionLimit: number): Promise<TestDatabase> {
    return new TestDatabase(await openMariadb({ uri: server.url, connectionLimit }));
  }

  async function openOne(): Promise<TestDatabase> {
    const single = await open(1);
    onTestFinished(() => single.close());
    return single;
  }

  async function threadId(on: TestDatabase): Promise<number> {
    const [row] = await on.sql<{ id: number }>`select connection_id() as id`;
    return row?.id ?? 0;
  }

  async function running(): Promise<number> {
    const [row] = await db.sql<{ n: number }>`select count(*) as n from information_schema.processlist
      where db = database() and command in ('Query', 'Execute') and id <> connection_id()`;
    return row?.n ?? -1;
  }

  describe("a call with a limit", () => {
    it("ends by its time, on the server too, and the connection stays usable", async () => {
      const single = await openOne();
      const before = await threadId(single);
      const error = await all(single.executor, "select sleep(20)", { timeoutMs: 50 }).catch(
        (reason: unknown) => reason,
      );
      expect(error).toMatchObject({ code: "queryTimeout", sql: "select sleep(20)" });
      expect(await running()).toBe(0);
      expect(await threadId(single)).toBe(before);
    });

    it("ends by its signal, with the signal's reason", async () => {
      const reason = new Error("enough");
      const abort = new AbortController();
      const call = all(db.executor, "select sleep(20)", { signal: abort.signal });
      setTimeout(() => abort.abort(reason), 30);
      await expect(call).rejects.toBe(reason);
      expect(await running()).toBe(0);
      await expect(all(db.executor, "select 1", { signal: abort.signal })).rejects.toBe(reason);
    });

    it("ends while it waits for a connection, at once, and the connection goes to the next", async () => {
      const single = await openOne();
      let finish = (): void => {};
      const holder = single.transaction(() => new Promise<void>((resolve) => (finish = resolve)));
      await pause(20);
      await expect(all(single.executor, "select 1", { timeoutMs: 20 })).rejects.toMatchObject({ code: "queryTimeout" });
      const next = all(single.executor, "select 2");
      finish();
      await holder;
      expect(await next).toEqual([[2]]);
    });

    it("does not leave its cancellation to the statement that follows", async () => {
      const single = await openOne();
      const outcomes = new Set<string>();
      for (let round = 0; round < 25; round += 1) {
        const limited = all(single.executor, "select sleep(0.015)", { timeoutMs: 8 + (round % 15) });
        const next = all(single.executor, "select 'next', sleep(0.002)");
        outcomes.add(
          await limited.then(
            () => "done",
            (error: unknown) => (error as { code: string }).code,
          ),
        );
        expect(await next).toEqual([["next", 0]]);
      }
      expect([...outcomes].filter((outcome) => outcome !== "done" && outcome !== "queryTimeout")).toEqual([]);
    });

    it("fails alone in its transaction", async () => {
      await db.transaction(async (tx) => {
        await tx.add(1);
        const limited = all(tx.executor, "select sleep(20)", { timeoutMs: 30 });
        await expect(limited).rejects.toMatchObject({ code: "queryTimeout" });
        await tx.add(2);
      });
      expect((await db.items()).map(({ id }) => id)).toEqual([1, 2]);
      await db.sql`delete from item`;
    });

    it("bounds each batch of a stream", async () => {
      const sql = "select seq, sleep(case when seq = 4 then 20 else 0 end) from seq_1_to_5";
      const rows = db.executor.stream(sql, [], { batchSize: 2, timeoutMs: 200 })[Symbol.asyncIterator]();
      await expect(takeAll(rows)).rejects.toMatchObject({ code: "queryTimeout" });
      expect(await running()).toBe(0);
    });
  });

  describe("a connection that is lost", () => {
    it("while it is idle is replaced, and ends no process", async () => {
      const single = await openOne();
      await db.sql.unsafe(`kill ${await threadId(single)}`);
      await pause(50);
      expect(await all(single.executor, "select 1")).toEqual([[1]]);
    });

    it("under a statement is told, and replaced", async () => {
      const single = await openOne();
      const id = await threadId(single);
      const call = all(single.executor, "select sleep(20)");
      await pause(50);
      await db.sql.unsafe(`kill ${id}`);
      await expect(call).rejects.toMatchObject({ code: "connectionLost" });
      expect(await all(single.executor, "select 1")).toEqual([[1]]);
    });

    it("in a transaction fails it", async () => {
      const single = await openOne();
      const attempt = single.transaction(async (tx) => {
        await tx.add(1);
        await db.sql.unsafe(`kill ${await threadId(tx)}`);
        await pause(50);
        await tx.add(2);
      });
      await expect(attempt).rejects.toMatchObject({ code: "connectionLost" });
      expect(await single.items()).toEqual([]);
    });

    it("under a stream fails it", async () => {
      const single = await openOne();
      const id = await threadId(single);
      const rows = single.executor
        .stream("select seq, repeat('x', 1000) from seq_1_to_200000", [], { batchSize: 10 })
        [Symbol.asyncIterator]();
      expect((await rows.next()).value).toHaveLength(10);
      await db.sql.unsafe(`kill ${id}`);
      await expect(takeAll(rows)).rejects.toMatchObject({ code: "connectionLost" });
      expect(await all(single.executor, "select 1")).toEqual([[1]]);
    });
  });

  it("a stream in a transaction lets other statements of it go between, and its commit too", async () => {
    const seen = await db.transaction(async (tx) => {
      const rows = tx.executor.stream("select seq from seq_1_to_5000", [], { batchSize: 100 })[Symbol.asyncIterator]();
      const first = (await rows.next()).value as readonly Row[];
      await tx.transaction((inner) => inner.add(7));
      const rest = await takeAll(rows);
      const left = tx.executor.stream("select seq from seq_1_to_5000", [], { batchSize: 100 })[Symbol.asyncIterator]();
      await left.next();
      return first.length + rest;
    });
    expect(seen).toBe(5000);
    expect(await db.sql`delete from item where id = 7 returning id`).toEqual([{ id: 7 }]);
  });
});

async function takeAll(rows: AsyncIterator<readonly Row[]>): Promise<number> {
  let count = 0;
  for (let batch = await rows.next(); batch.done !== true; batch = await rows.next()) count += batch.value.length;
  return count;
}

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
