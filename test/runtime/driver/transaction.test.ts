import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ConnectionLostError, SerializationFailureError } from "tablewright/runtime";
import { engines, openEngine, TestDatabase, type OpenEngine } from "../../support/open-engine.js";

describe.each(engines)("transactions on %s", (engine) => {
  let opened: OpenEngine;
  let db: TestDatabase;

  beforeAll(async () => {
    opened = await openEngine(engine);
    db = opened.db;
  });
  afterAll(() => opened.drop());
  beforeEach(async () => {
    await db.sql`delete from item`;
  });

  it("keeps what the function wrote, and gives what it returned", async () => {
    const result = await db.transaction(async (tx) => {
      await tx.add(1);
      return "done";
    });
    expect(result).toBe("done");
    expect(await db.items()).toEqual([{ id: 1, name: null }]);
  });

  it("keeps nothing when the function fails, and passes its error on", async () => {
    const failure = new Error("changed my mind");
    const attempt = db.transaction(async (tx) => {
      await tx.add(1);
      throw failure;
    });
    await expect(attempt).rejects.toBe(failure);
    expect(await db.items()).toEqual([]);
  });

  it("hands over an object of the database's own class", async () => {
    await db.transaction(async (tx) => {
      expect(tx).toBeInstanceOf(TestDatabase);
      expect(tx).not.toBe(db);
    });
  });

  it("rolls a nested one back without the one around it", async () => {
    await db.transaction(async (tx) => {
      await tx.add(1);
      const attempt = tx.transaction(async (inner) => {
        await inner.add(2);
        await inner.add(2);
      });
      await expect(attempt).rejects.toMatchObject({ code: "uniqueViolation" });
      await tx.add(3);
    });
    expect((await db.items()).map(({ id }) => id)).toEqual([1, 3]);
  });

  it("rolls what a nested one kept back with the one around it", async () => {
    const attempt = db.transaction(async (tx) => {
      await tx.transaction((inner) => inner.transaction((innermost) => innermost.add(1)));
      expect(await tx.items()).toHaveLength(1);
      throw new Error("no");
    });
    await expect(attempt).rejects.toThrow("no");
    expect(await db.items()).toEqual([]);
  });

  it("runs nested ones that start together one after the other, and calls beside them in their order", async () => {
    const order: string[] = [];
    await db.transaction(async (tx) => {
      const nested = (id: number, fail: boolean): Promise<void> =>
        tx.transaction(async (inner) => {
          order.push(`${id} begins`);
          await inner.add(id);
          await new Promise((resolve) => setTimeout(resolve, 5));
          order.push(`${id} ends`);
          if (fail) throw new Error("no");
        });
      await Promise.allSettled([nested(1, false), nested(2, true), tx.add(3), nested(4, false)]);
    });
    expect(order).toEqual(["1 begins", "1 ends", "2 begins", "2 ends", "4 begins", "4 ends"]);
    expect((await db.items()).map(({ id }) => id)).toEqual([1, 3, 4]);
  });

  it("refuses a call on the object around a nested one, instead of waiting for ever", async () => {
    await db.transaction(async (tx) => {
      const attempt = tx.transaction(() => tx.items());
      await expect(attempt).rejects.toMatchObject({ code: "transactionMisuse" });
      expect(await tx.items()).toEqual([]);
    });
  });

  it("refuses every use after its end", async () => {
    const ended = await db.transaction(async (tx) => tx);
    await expect(ended.items()).rejects.toMatchObject({ code: "transactionMisuse" });
    await expect(ended.transaction(async () => 1)).rejects.toMatchObject({ code: "transactionMisuse" });
    const rows = ended.executor.stream("select 1", [], { batchSize: 1 })[Symbol.asyncIterator]();
    await expect(rows.next()).rejects.toMatchObject({ code: "transactionMisuse" });
  });

  it("waits for calls that its function left under way", async () => {
    let late: Promise<void> | undefined;
    await db.transaction(async (tx) => {
      late = tx.add(1);
    });
    await late;
    expect(await db.items()).toHaveLength(1);
  });

  it("refuses writes in a read-only one, and only there", async () => {
    await db.add(1);
    const readOnly = db.transaction(
      async (tx) => {
        expect(await tx.items()).toHaveLength(1);
        await tx.add(2);
      },
      { readOnly: true },
    );
    await expect(readOnly).rejects.toMatchObject({ code: "readOnly" });
    await db.add(3);
    expect((await db.items()).map(({ id }) => id)).toEqual([1, 3]);
  });

  it("refuses writes in a read-only nested one, and not in the one around it", async () => {
    await db.transaction(async (tx) => {
      const nested = tx.transaction((inner) => inner.add(1), { readOnly: true });
      await expect(nested).rejects.toMatchObject({ code: "readOnly" });
      await tx.transaction((inner) => inner.items(), { readOnly: true });
      await tx.add(2);
    });
    expect((await db.items()).map(({ id }) => id)).toEqual([2]);
  });

  it.each(["readUncommitted", "readCommitted", "repeatableRead", "serializable"] as const)(
    "runs at %s",
    async (isolation) => {
      await db.transaction((tx) => tx.add(1), { isolation });
      expect(await db.items()).toHaveLength(1);
    },
  );

  it("runs the function again after a serialization failure, as often as it may", async () => {
    let attempts = 0;
    const run = async (tx: TestDatabase): Promise<void> => {
      attempts += 1;
      await tx.add(attempts);
      if (attempts < 3) throw new SerializationFailureError("transaction: it collided");
    };
    await db.transaction(run, { retries: 2 });
    expect((await db.items()).map(({ id }) => id)).toEqual([3]);
    attempts = 0;
    await expect(db.transaction(run, { retries: 1 })).rejects.toMatchObject({ code: "serializationFailure" });
    expect(attempts).toBe(2);
  });

  it("does not run it again after any other error, nor a nested one by itself", async () => {
    let attempts = 0;
    const lost = async (): Promise<never> => {
      attempts += 1;
      throw new ConnectionLostError("connection: it was lost");
    };
    await expect(db.transaction(lost, { retries: 5 })).rejects.toMatchObject({ code: "connectionLost" });
    expect(attempts).toBe(1);
    const collide = async (): Promise<never> => {
      attempts += 1;
      throw new SerializationFailureError("transaction: it collided");
    };
    const nested = db.transaction((tx) => tx.transaction(collide, { retries: 5 }), { retries: 1 });
    await expect(nested).rejects.toMatchObject({ code: "serializationFailure" });
    expect(attempts).toBe(3);
  });

  it("keeps many at the same time apart", async () => {
    const seen = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        db.transaction(async (tx) => {
          await tx.add(index, `of ${index}`);
          const rows = await tx.sql<{ name: string }>`select name from item where id = ${index}`;
          if (index % 3 === 0) await tx.sql`delete from item where id = ${index}`;
          return rows[0]?.name;
        }),
      ),
    );
    expect(seen).toEqual(Array.from({ length: 30 }, (_, index) => `of ${index}`));
    expect(await db.items()).toHaveLength(20);
  });

  it("gives each of many statements in flight its own rows", async () => {
    await Promise.all(Array.from({ length: 40 }, (_, index) => db.add(index, `of ${index}`)));
    const names = await Promise.all(
      Array.from(
        { length: 200 },
        (_, index) => db.sql<{ name: string }>`select name from item where id = ${index % 40}`,
      ),
    );
    expect(names.map(([row]) => row?.name)).toEqual(Array.from({ length: 200 }, (_, index) => `of ${index % 40}`));
  });
});
