import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { QueryEvent } from "tablewright/runtime";
import { engines, isMysqlLike, openEngine, type OpenEngine, type TestDatabase } from "../../support/open-engine.js";

describe.each(engines)("onQuery on %s", (engine) => {
  let opened: OpenEngine;
  let db: TestDatabase;

  beforeAll(async () => {
    opened = await openEngine(engine);
    db = opened.db;
  });
  afterAll(() => opened.drop());

  async function listen(run: () => Promise<unknown>, options?: { parameters: boolean }): Promise<QueryEvent[]> {
    const events: QueryEvent[] = [];
    const end = db.onQuery((event) => events.push(event), options);
    await run().catch(() => undefined);
    end();
    return events;
  }

  it("tells of every statement, without the values", async () => {
    const events = await listen(() => db.add(1, "secret"));
    expect(events).toMatchObject([{ parameterCount: 2, rows: 1, error: null }]);
    expect(events[0]?.sql).toMatch(/^insert into item/);
    expect(events[0]?.durationMs).toBeGreaterThanOrEqual(0);
    expect(JSON.stringify(events)).not.toContain("secret");
  });

  it("tells rows that were read or changed", async () => {
    const read = await listen(async () => opened.executor.prepare("select * from item").all([]));
    const changed = await listen(async () => opened.executor.prepare("update item set name = 'x'").run([]));
    expect([...read, ...changed].map(({ rows }) => rows)).toEqual([1, 1]);
  });

  it("tells the values to those who ask", async () => {
    const events = await listen(() => db.add(2, "value"), { parameters: true });
    expect(events[0]?.parameters?.map(String)).toEqual(["2", "value"]);
  });

  it("tells of failures", async () => {
    const events = await listen(() => db.add(1));
    const table = isMysqlLike(engine) ? {} : { table: "item" };
    expect(events).toMatchObject([{ rows: 0, error: { code: "uniqueViolation", ...table } }]);
  });

  it("tells of transactions and of streams", async () => {
    const events = await listen(async () => {
      await db.transaction((tx) => tx.transaction((inner) => inner.add(3)));
      for await (const batch of opened.executor.stream("select id from item", [], { batchSize: 10 }))
        expect(batch).toHaveLength(3);
    });
    const begin = engine === "sqlite" ? "begin immediate" : isMysqlLike(engine) ? "start transaction" : "begin";
    const texts = events.map(({ sql }) => sql);
    expect(texts.slice(0, 2)).toEqual([begin, "savepoint tablewright_2"]);
    expect(texts.slice(3, 5)).toEqual([
      engine === "sqlite" ? "release tablewright_2" : "release savepoint tablewright_2",
      "commit",
    ]);
    expect(texts.length).toBeGreaterThan(5);
  });

  it("is over when it is ended, and knows several listeners", async () => {
    const seen: string[] = [];
    const first = db.onQuery(() => seen.push("first"));
    const second = db.onQuery(() => seen.push("second"));
    await db.items();
    first();
    first();
    await db.items();
    second();
    await db.items();
    expect(seen).toEqual(["first", "second", "second"]);
  });

  it("does not fail a query whose listener fails: that surfaces as an uncaught exception", async () => {
    const [existing] = [process.listeners("uncaughtException")];
    process.removeAllListeners("uncaughtException");
    const uncaught = new Promise((resolve) => process.once("uncaughtException", resolve));
    const end = db.onQuery(() => {
      throw new Error("listener");
    });
    const rows = await db.items();
    end();
    expect(await uncaught).toMatchObject({ message: "listener" });
    existing.forEach((listener) => process.on("uncaughtException", listener));
    expect(rows).toHaveLength(3);
  });
});
