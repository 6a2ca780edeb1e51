import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SerializationFailureError } from "tablewright/runtime";
import { mayWrite } from "../../../src/runtime/driver/sqlserver-writing.js";
import { run, sqlserverUrl } from "../../support/sqlserver-database.js";
import { openDriver, type DriverDatabase, type OpenDriver } from "./open-driver.js";

describe.skipIf(sqlserverUrl === undefined)(
  "transactions on SQL Server (skipped unless TABLEWRIGHT_TEST_MSSQL_URL is set)",
  () => {
    let opened: OpenDriver;
    let db: DriverDatabase;
    /** Whether it only speaks the protocol of SQL Server. */
    let isOther: boolean;

    beforeAll(async () => {
      opened = await openDriver();
      db = opened.db;
      const [row] = await db.sql<{ version: string }>`select @@version as version`;
      isOther = !(row?.version ?? "").startsWith("Microsoft");
    });
    afterAll(() => opened.drop());
    beforeEach(async () => {
      await db.sql`delete from item`;
    });

    it("keep what the function wrote, and nothing when it fails", async () => {
      expect(await db.transaction((tx) => tx.add(1).then(() => "done"))).toBe("done");
      const failure = new Error("changed my mind");
      const attempt = db.transaction(async (tx) => {
        await tx.add(2);
        throw failure;
      });
      await expect(attempt).rejects.toBe(failure);
      expect(await db.items()).toEqual([{ id: 1, name: null }]);
    });

    it("roll a nested one back without the one around it, also when a statement in it has failed", async () => {
      await db.transaction(async (tx) => {
        await tx.add(1);
        const attempt = tx.transaction(async (inner) => {
          await inner.add(2);
          await inner.add(2);
        });
        await expect(attempt).rejects.toMatchObject({ code: "uniqueViolation" });
        await tx.transaction(async (inner) => {
          await inner.add(3);
          await inner.transaction(() => Promise.reject(new Error("no"))).catch(() => {});
        });
      });
      expect((await db.items()).map(({ id }) => id)).toEqual([1, 3]);
    });

    it("roll what a nested one kept back with the one around it", async () => {
      const attempt = db.transaction(async (tx) => {
        await tx.transaction((inner) => inner.transaction((innermost) => innermost.add(1)));
        expect(await tx.items()).toHaveLength(1);
        throw new Error("no");
      });
      await expect(attempt).rejects.toThrow("no");
      expect(await db.items()).toEqual([]);
    });

    it("run nested ones that start together one after the other", async () => {
      await db.transaction(async (tx) => {
        const nested = (id: number, fail: boolean): Promise<void> =>
          tx.transaction(async (inner) => {
            await inner.add(id);
            if (fail) throw new Error("no");
          });
        await Promise.allSettled([nested(1, false), nested(2, true), tx.add(3), nested(4, false)]);
      });
      expect((await db.items()).map(({ id }) => id)).toEqual([1, 3, 4]);
    });

    it("refuse every use after their end, and one of the object around a nested one", async () => {
      const ended = await db.transaction(async (tx) => tx);
      await expect(ended.items()).rejects.toMatchObject({ code: "transactionMisuse" });
      const rows = ended.executor.stream("select 1", [], { batchSize: 1 })[Symbol.asyncIterator]();
      await expect(rows.next()).rejects.toMatchObject({ code: "transactionMisuse" });
      await db.transaction(async (tx) => {
        await expect(tx.transaction(() => tx.items())).rejects.toMatchObject({ code: "transactionMisuse" });
      });
    });

    it("refuse writes in a read-only one, and only there", async () => {
      const readOnly = db.transaction(
        async (tx) => {
          expect(await tx.items()).toEqual([]);
          await tx.add(2);
        },
        { readOnly: true },
      );
      await expect(readOnly).rejects.toMatchObject({ code: "readOnly" });
      await db.transaction(async (tx) => {
        const nested = tx.transaction((inner) => inner.add(1), { readOnly: true });
        await expect(nested).rejects.toMatchObject({ code: "readOnly" });
        await tx.add(3);
      });
      expect((await db.items()).map(({ id }) => id)).toEqual([3]);
    });

    it("have the isolation that was asked for, which does not outlive them", async () => {
      const own = await openDriver({ max: 1 });
      try {
        const levelOf = async (place: DriverDatabase): Promise<unknown> => {
          const [row] =
            await place.sql`select transaction_isolation_level as level from sys.dm_exec_sessions where session_id = @@spid`;
          return row?.["level"];
        };
        expect(await levelOf(own.db)).toBe(2);
        expect(await own.db.transaction(levelOf, { isolation: "serializable" })).toBe(4);
        expect(await levelOf(own.db)).toBe(2);
        await own.db.transaction(() => Promise.reject(new Error("no")), { isolation: "serializable" }).catch(() => {});
        expect(await levelOf(own.db)).toBe(2);
      } finally {
        await own.drop();
      }
    });

    it("tell a nested one that cannot have more isolation", async () => {
      await db.transaction(async (tx) => {
        const attempt = tx.transaction(() => Promise.resolve(), { isolation: "serializable" });
        await expect(attempt).rejects.toMatchObject({ code: "transactionMisuse" });
      });
    });

    it("run again after a collision, as often as asked", async () => {
      let runs = 0;
      const collide = (retries: number): Promise<number> =>
        db.transaction(
          async (tx) => {
            runs += 1;
            await tx.add(runs);
            if (runs < 3)
              throw new SerializationFailureError("collided", { sql: null, table: null, engineCode: "3960" });
            return runs;
          },
          { retries },
        );
      expect(await collide(2)).toBe(3);
      expect((await db.items()).map(({ id }) => id)).toEqual([3]);
      runs = 0;
      await expect(collide(1)).rejects.toMatchObject({ code: "serializationFailure" });
    });

    it("run again after a deadlock", async () => {
      await db.sql`insert into item (id) values (1), (2)`;
      let runs = 0;
      const change = (first: number, second: number): Promise<void> =>
        db.transaction(
          async (tx) => {
            runs += 1;
            await tx.sql`update item set name = ${String(first)} where id = ${first}`;
            await new Promise((resolve) => setTimeout(resolve, runs > 2 ? 0 : 200));
            await tx.sql`update item set name = ${String(first)} where id = ${second}`;
          },
          { retries: 3 },
        );
      await Promise.all([change(1, 2), change(2, 1)]);
      expect(runs).toBeGreaterThan(2);
      const names = (await db.items()).map(({ name }) => name);
      expect(names[0]).toBe(names[1]);
    });

    it("notice that a statement has ended them", async (context) => {
      context.skip(isOther, "the server does not tell of the ends of transactions");
      const attempt = db.transaction(async (tx) => {
        await tx.add(1);
        await tx.sql`rollback transaction`.catch(() => {});
        await expect(tx.add(2)).rejects.toMatchObject({ code: /^transaction(Misuse|Aborted)$/ as unknown as string });
      });
      await expect(attempt).rejects.toThrow();
      expect(await db.items()).toEqual([]);
    });

    it("leave no connection in a transaction that raw SQL began", async (context) => {
      context.skip(isOther, "the server does not tell of the beginnings of transactions");
      const own = await openDriver({ max: 1 });
      try {
        await own.db.sql`begin transaction; insert into item (id) values (7)`.catch(() => {});
        expect(await own.db.items()).toEqual([]);
        expect(await own.db.sql`select @@trancount as open_ones`).toEqual([{ open_ones: 0 }]);
      } finally {
        await own.drop();
      }
    });

    it("are lost with their connection, and the next one goes well", async () => {
      const attempt = db.transaction(async (tx) => {
        await tx.add(1);
        const [row] = await tx.sql<{ id: number }>`select @@spid as id`;
        expect(row?.id).toBeGreaterThan(0);
        destroyAll(opened);
        await tx.add(2);
      });
      await expect(attempt).rejects.toMatchObject({ code: "connectionLost" });
      await db.transaction((tx) => tx.add(3));
      expect((await db.items()).map(({ id }) => id)).toEqual([3]);
    });

    it("see a trigger's rollback as their end", async () => {
      await run(
        opened.url,
        "create table guarded (id int not null primary key)",
        "create trigger guard on guarded after insert as begin rollback transaction; raiserror('refused', 16, 1) end",
      );
      const attempt = db.transaction(async (tx) => {
        await tx.add(1);
        await expect(tx.sql`insert into guarded values (1)`).rejects.toThrow();
        await expect(tx.add(2)).rejects.toMatchObject({ code: "transactionAborted" });
      });
      await expect(attempt).rejects.toMatchObject({ code: "transactionAborted" });
      expect(await db.items()).toEqual([]);
    });
  },
);

describe("statements that may write", () => {
  it.each([
    ["select [into], 'insert' from t -- update", false],
    ["with a as (select 1 as x) select * from a", false],
    ["select * into b from t", true],
    ["with a as (select 1 as x) delete from a", true],
    ["select 1 insert into t values (1)", true],
    ["do_something 1", true],
    ["/* select */ update t set a = 1", true],
    ["select updated, @insert from t", false],
  ])("%s: %s", (sql, expected) => {
    expect(mayWrite(sql)).toBe(expected);
  });
});

/** Breaks every connection of the pool, as a network that fails does. */
function destroyAll({ pool }: OpenDriver): void {
  const { used, free } = (pool as unknown as { readonly pool: Record<"used" | "free", readonly Pending[]> }).pool;
  for (const { resource } of [...used, ...free]) resource.socket.destroy();
}

interface Pending {
  readonly resource: { readonly socket: { destroy(): void } };
}
