import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DatabaseError } from "tablewright/runtime";
import type { Dialect } from "../../../src/runtime/dialect/dialect.js";
import { openSqlserverServer } from "../../../src/runtime/driver/sqlserver-open-server.js";
import type { QueryEvent } from "../../../src/runtime/query-events.js";
import { run, sqlserverUrl } from "../../support/sqlserver-database.js";
import { openDriver, type DriverDatabase, type OpenDriver } from "./open-driver.js";

describe.skipIf(sqlserverUrl === undefined)(
  "the executor of SQL Server (skipped unless TABLEWRIGHT_TEST_MSSQL_URL is set)",
  () => {
    let opened: OpenDriver;
    let db: DriverDatabase;

    beforeAll(async () => {
      opened = await openDriver();
      db = opened.db;
    });
    afterAll(() => opened.drop());
    beforeEach(async () => {
      await db.sql`delete from item`;
      await db.sql`insert into item values (1, N'one'), (2, N'two'), (3, null)`;
    });

    it("gives raw rows as plain objects, and none for a statement without rows", async () => {
      expect(await db.sql`select id, name from item where id > ${1} order by id`).toStrictEqual([
        { id: 2, name: "two" },
        { id: 3, name: null },
      ]);
      expect(await db.sql`update item set name = ${"x"} where id = ${1}`).toEqual([]);
      expect(await db.sql.unsafe("select 1 as a, 2 as a, @p1 as b", ["c"])).toEqual([{ a: 2, b: "c" }]);
    });

    it("never takes a value for SQL", async () => {
      const hostile = `'; drop table item; --`;
      await db.sql`update item set name = ${hostile} where id = 1`;
      expect(await db.sql`select name from item where name = ${hostile}`).toEqual([{ name: hostile }]);
    });

    it("binds plain values of every kind", async () => {
      const at = new Date("2026-11-23T18:04:05.678Z");
      const [row] =
        await db.sql`select ${5} as n, ${true} as yes, cast(${at} as datetime2(3)) as at, ${{ a: [1] }} as json,
        ${new Uint8Array([0, 255])} as raw, ${2n ** 62n} as large, ${null} as none, ${"ü€"} as text`;
      expect(row).toStrictEqual({
        n: 5,
        yes: true,
        at,
        json: '{"a":[1]}',
        raw: new Uint8Array([0, 255]),
        large: 2n ** 62n,
        none: null,
        text: "ü€",
      });
    });

    it("reads raw values by their column's type", async () => {
      const [row] = await db.sql
        .unsafe(`select cast(9007199254740991 as bigint) as safe, cast(9007199254740992 as bigint) as large,
        count(*) as n, cast('12.50' as decimal(10, 2)) as price, cast('-0.05' as decimal(38, 2)) as small, cast(1.5 as money) as money,
        cast(0.1 as real) as real, cast(0.1 as float) as float, cast('2026-02-03' as date) as day, cast('01:02:03.123456' as time(6)) as time,
        cast('2026-02-03 04:05:06.789' as datetime2(3)) as at, cast('2026-02-03 04:05:06 +02:00' as datetimeoffset(0)) as instant,
        cast('6F9619FF-8B86-D011-B42D-00C04FC964FF' as uniqueidentifier) as uuid, cast(1 as bit) as yes from item`);
      expect(row).toStrictEqual({
        safe: 9007199254740991,
        large: 9007199254740992n,
        n: 3,
        price: "12.50",
        small: "-0.05",
        money: "1.5000",
        real: 0.1,
        float: 0.1,
        day: "2026-02-03",
        time: "01:02:03.123456",
        at: new Date("2026-02-03T04:05:06.789Z"),
        instant: new Date("2026-02-03T02:05:06Z"),
        uuid: "6f9619ff-8b86-d011-b42d-00c04fc964ff",
        yes: true,
      });
    });

    it("refuses a decimal that the driver would round, and says what to do", async () => {
      await expect(db.sql`select cast('1234567890123456.78' as decimal(20, 2)) as total`).rejects.toThrow(
        /"total".*varchar/,
      );
    });

    it("counts changed rows, and tells the number that an insertion took", async () => {
      expect(await opened.executor.prepare("update item set name = @p1 where id > @p2").run(["x", 1])).toBe(2);
      expect(await opened.executor.prepare("delete from item where id = 99").run([])).toBe(0);
      expect(await opened.executor.prepare("insert into item (id) values (@p1)").insert?.([9])).toEqual({
        count: 1,
        insertId: null,
      });
      const insertion = opened.executor.prepare("insert into counted (name) values (@p1)");
      const first = await insertion.insert?.(["a"]);
      expect(first).toEqual({ count: 1, insertId: "1" });
      expect(await insertion.insert?.(["b"])).toEqual({ count: 1, insertId: "2" });
      expect(opened.executor.prepare("select 1")).toBe(opened.executor.prepare("select 1"));
    });

    it("tells an insertion's own number where a trigger inserts elsewhere", async () => {
      await run(
        opened.url,
        "create table log (id int identity(100, 1) not null primary key, name nvarchar(100))",
        "create table logged (id int identity(5, 1) not null primary key, name nvarchar(100))",
        "create trigger log_it on logged after insert as insert into log (name) select name from inserted union all select name from inserted",
      );
      const insertion = opened.executor.prepare("insert into logged (name) values (@p1)");
      expect(await insertion.insert?.(["a"])).toEqual({ count: 1, insertId: "5" });
      expect(await db.sql`select count(*) as n from log`).toEqual([{ n: 2 }]);
    });

    it("reports statements, and their errors", async () => {
      const seen: QueryEvent[] = [];
      const stop = opened.executor.events.subscribe((event) => void seen.push(event));
      await db.items();
      await db.sql`select id from missing`.catch(() => {});
      await db.transaction((tx) => tx.items());
      stop();
      await db.items();
      expect(seen.map(({ sql, rows, error }) => [sql.slice(0, 12), rows, error !== null])).toEqual([
        ["select id, n", 3, false],
        ["select id fr", 0, true],
        ["begin transa", expect.any(Number), false],
        ["select id, n", 3, false],
        ["commit trans", expect.any(Number), false],
      ]);
    });

    it("lives on when idle connections break", async () => {
      await Promise.all([db.items(), db.items()]);
      destroyAll(opened);
      expect(await db.items()).toHaveLength(3);
      destroyAll(opened);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(await db.items()).toHaveLength(3);
    });

    it("lives on when busy connections break, and tells their statements", async () => {
      const losses: unknown[] = [];
      const change = (): Promise<void> =>
        db.sql`update item set name = ${"y"} where id = 1`.then(
          () => {},
          (error: unknown) => void losses.push(error),
        );
      const attempt = db.transaction(async (tx) => {
        await tx.sql`update item set name = ${"x"} where id = 1`;
        const waiting = [change(), change()];
        await new Promise((resolve) => setTimeout(resolve, 500));
        destroyAll(opened);
        await Promise.all(waiting);
        await tx.items();
      });
      await expect(attempt).rejects.toBeInstanceOf(DatabaseError);
      expect(losses).toEqual([
        expect.objectContaining({ code: "connectionLost" }),
        expect.objectContaining({ code: "connectionLost" }),
      ]);
    });

    it("tells of a server that cannot be reached", async () => {
      const options = { server: "127.0.0.1", port: 1, user: "sa", password: "none", options: { connectTimeout: 2000 } };
      await expect(openSqlserverServer({} as Dialect, options)).rejects.toMatchObject({ code: "connectionFailed" });
    });

    it("is refused after its end, which waits for what is under way", async () => {
      const own = await openDriver();
      const late = own.db.sql`select count(*) as n from item`;
      await own.executor.close();
      expect(await late).toEqual([{ n: 0 }]);
      await expect(own.db.items()).rejects.toMatchObject({ code: "databaseClosed" });
      await own.drop();
    });

    describe("streams", () => {
      const numbered = (to: number, length = 1): string => `with
        d(n) as (select 1 union all select 1 union all select 1 union all select 1 union all select 1
          union all select 1 union all select 1 union all select 1 union all select 1 union all select 1),
        g(n) as (select row_number() over (order by (select null)) from d a, d b, d c, d e, d f, d h)
        select cast(n as int), replicate('x', ${length}) from g where n <= ${to}`;

      it("give rows in batches", async () => {
        expect(await sizes(opened.executor.stream(numbered(10), [], { batchSize: 4 }))).toEqual([4, 4, 2]);
        expect(await sizes(opened.executor.stream(numbered(8), [], { batchSize: 4 }))).toEqual([4, 4]);
        expect(
          await sizes(opened.executor.stream("select id from item where id > @p1", [9], { batchSize: 4 })),
        ).toEqual([]);
      });

      it("hold a bounded part of a large result", async () => {
        let seen = 0;
        let most = 0;
        for await (const batch of opened.executor.stream(numbered(100_000, 1000), [], { batchSize: 500 })) {
          seen += batch.length;
          if (seen % 10_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed);
        }
        expect(seen).toBe(100_000);
        expect(most).toBeLessThan(150_000_000);
      });

      it("give the connection back after an early end", async () => {
        const own = await openDriver({ max: 1 });
        try {
          for (let round = 0; round < 3; round += 1)
            for await (const batch of own.executor.stream(numbered(1_000_000, 100), [], { batchSize: 5 })) {
              expect(batch).toHaveLength(5);
              break;
            }
          expect(await own.db.items()).toEqual([]);
        } finally {
          await own.drop();
        }
      });

      it("share the connection of their transaction, which outlives an early end", async () => {
        await db.transaction(async (tx) => {
          await tx.add(50);
          let seen = 0;
          for await (const batch of tx.executor.stream(numbered(1000), [], { batchSize: 100 })) {
            seen += batch.length;
            await tx.add(100 + seen);
          }
          expect(seen).toBe(1000);
          for await (const batch of tx.executor.stream(numbered(1_000_000, 100), [], { batchSize: 2 })) {
            expect(batch).toHaveLength(2);
            break;
          }
          await tx.add(51);
        });
        expect(await db.items()).toHaveLength(3 + 12);
      });

      it("fail with the database's error, and end by their signal and their time", async () => {
        const wrong = opened.executor.stream("select id from missing", [], { batchSize: 5 })[Symbol.asyncIterator]();
        // A server that only speaks the protocol has other numbers.
        await expect(wrong.next()).rejects.toBeInstanceOf(DatabaseError);
        const abort = new AbortController();
        const options = { batchSize: 5, signal: abort.signal };
        const rows = opened.executor.stream(numbered(1000), [], options)[Symbol.asyncIterator]();
        expect((await rows.next()).value).toHaveLength(5);
        abort.abort(new Error("enough"));
        await expect(rows.next()).rejects.toThrow("enough");
        const late = opened.executor.stream(slowQuery, [], { batchSize: 5, timeoutMs: 50 })[Symbol.asyncIterator]();
        await expect(late.next()).rejects.toMatchObject({ code: "queryTimeout" });
        expect(await db.items()).toHaveLength(3);
      });
    });
  },
);

async function sizes(batches: AsyncIterable<readonly unknown[]>): Promise<readonly number[]> {
  const found: number[] = [];
  for await (const batch of batches) found.push(batch.length);
  return found;
}

/** Of some seconds. */
const slowQuery = (() => {
  const digits = "(values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9))";
  const from = Array.from("abcdefg", (alias) => `${digits} ${alias}(n)`).join(" cross join ");
  return `select count_big(*) as n from ${from}`;
})();

/** Breaks every connection of the pool, as a network that fails does. */
function destroyAll({ pool }: OpenDriver): void {
  const { used, free } = (pool as unknown as { readonly pool: Record<"used" | "free", readonly Pending[]> }).pool;
  for (const { resource } of [...used, ...free]) resource.socket.destroy();
}

interface Pending {
  readonly resource: { readonly socket: { destroy(): void } };
}
