import mysql from "mysql2";
import promised from "mysql2/promise";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { openMariadb, type MariadbOptions } from "../../../src/runtime/driver/open-mariadb.js";
import { openMysql } from "../../../src/runtime/driver/open-mysql.js";
import { createMariadbDatabase, hasMariadbServer, type MariadbDatabase } from "../../support/mariadb-database.js";
import { TestDatabase } from "../../support/open-engine.js";

describe.skipIf(!hasMariadbServer())("on MariaDB", () => {
  let server: MariadbDatabase;
  let db: TestDatabase;

  beforeAll(async () => {
    const script = `create table item (id integer primary key, name text);
      create table kind (big bigint unsigned, exact decimal(30, 10), at datetime(6), day date, doc json, raw varbinary(4), real32 float);
      insert into kind values (18446744073709551615, 12345678901234567890.0123456789, '2026-01-02 03:04:05.123456', '2026-01-02',
        '{"n": 1}', x'00ff', 0.1);`;
    server = await createMariadbDatabase({ script });
    db = await open({ uri: server.url });
  });
  afterAll(async () => {
    await db.close();
    await server.drop();
  });
  beforeEach(async () => {
    await db.sql`delete from item`;
  });

  async function open(options: MariadbOptions): Promise<TestDatabase> {
    return new TestDatabase(await openMariadb(options));
  }

  describe("opening", () => {
    it("fails for a server that is not there, a wrong password, a wrong database, and an address that is none", async () => {
      const wrong = new URL(server.url);
      wrong.password = "5ecret";
      const nowhere = new URL("/nowhere_at_all", server.url);
      const options = [
        { host: "127.0.0.1", port: 1 },
        { uri: wrong.href },
        { uri: nowhere.href },
        { uri: "no address" },
      ];
      for (const option of options) {
        const error: unknown = await openMariadb(option).catch((reason: unknown) => reason);
        expect(error).toMatchObject({ code: "connectionFailed" });
        expect(String(error)).not.toContain("5ecret");
      }
    });

    it("fails for a server of the other kind", async () => {
      await expect(openMysql({ uri: server.url })).rejects.toMatchObject({
        code: "connectionFailed",
        message: "connection: the server is MariaDB, and the module was made for MySQL",
      });
    });

    it.each([
      ["a pool", () => mysql.createPool(server.url)],
      ["one with promises", () => promised.createPool(server.url)],
      ["one that reads in its own way", () => mysql.createPool({ uri: server.url, ...ownReading })],
      ["one that resets its connections", () => mysql.createPool({ uri: server.url, resetOnRelease: true })],
    ])("takes %s of the caller's, reads alike, and leaves it open", async (_, createPool) => {
      const pool = createPool();
      onTestFinished(async () => void (await pool.end()));
      const handed = await open(pool);
      for (let round = 0; round < 2; round += 1) {
        expect(await readKinds(handed)).toEqual(await readKinds(db));
        expect(await handed.sql`select @@time_zone as zone`).toEqual([{ zone: "+00:00" }]);
        expect(await handed.sql`select doc, exact from kind`).toEqual(await db.sql`select doc, exact from kind`);
      }
      await (await open({ pool })).close();
      await handed.close();
      await expect(handed.items()).rejects.toMatchObject({ code: "databaseClosed" });
      const own = "pool" in pool ? pool : pool.promise();
      expect((await own.query("select 1"))[0]).toHaveLength(1);
    });

    it("refuses a pool that would count other rows", async () => {
      const pool = mysql.createPool({ uri: server.url, flags: ["-FOUND_ROWS"] });
      onTestFinished(() => pool.end());
      await expect(openMariadb(pool)).rejects.toMatchObject({ code: "connectionFailed" });
    });

    it("refuses every call after it is closed, and may be closed twice", async () => {
      const closed = await open({ uri: server.url, connectionLimit: 1 });
      const last = closed.items();
      await Promise.all([closed.close(), closed.close()]);
      expect(await last).toEqual([]);
      await expect(closed.items()).rejects.toMatchObject({ code: "databaseClosed" });
      await expect(closed.transaction((tx) => tx.items())).rejects.toMatchObject({ code: "databaseClosed" });
    });
  });

  async function readKinds(on: TestDatabase): Promise<unknown> {
    return on.executor.prepare("select * from kind").all([]);
  }

  it("gives 64-bit integers, decimals, dates and JSON as text, and the rest as its own", async () => {
    expect(await readKinds(db)).toEqual([
      [
        "18446744073709551615",
        "12345678901234567890.0123456789",
        "2026-01-02 03:04:05.123456",
        "2026-01-02",
        '{"n": 1}',
        Buffer.from([0, 255]),
        Math.fround(0.1),
      ],
    ]);
    expect(await db.sql`select * from kind`).toEqual([
      {
        big: 18446744073709551615n,
        exact: "12345678901234567890.0123456789",
        at: new Date("2026-01-02T03:04:05.123Z"),
        day: "2026-01-02",
        doc: { n: 1 },
        raw: new Uint8Array([0, 255]),
        real32: 0.1,
      },
    ]);
  });

  it("reads every form of a date as the driver by itself does", async () => {
    await db.sql`create table dated (day date, at datetime, at3 datetime(3), at6 datetime(6), stamp timestamp(1) null)`;
    const pool = promised.createPool({ uri: server.url, dateStrings: true, rowsAsArray: true });
    onTestFinished(() => pool.end());
    await pool.query(`set statement sql_mode = '' for insert into dated values
      ('0000-00-00', '0000-00-00', '0000-00-00', '0000-00-00', null), ('0001-01-01', '0042-02-03', '2026-11-23', '2026-11-23 00:00:00.000001', null),
      ('9999-12-31', '9999-12-31 23:59:59', '2026-11-23 09:08:07.010', '2026-11-23 09:08:07.100000', '2026-11-23 09:08:07.5'),
      ('2026-00-10', '2026-10-00 00:00:01', '2026-11-23 09:08:07', '2026-11-23 00:00:00', '2026-11-23 00:00:00')`);
    const [expected] = await pool.execute("select day, at, at3, at6, stamp from dated");
    expect(await db.executor.prepare("select day, at, at3, at6, stamp from dated").all([])).toEqual(expected);
  });

  it("gives timestamps as milliseconds where nothing needs more, and as text those that do not exist", async () => {
    await db.sql`create table instant (id int primary key, day date, at datetime(6), stamp timestamp(3) null)`;
    const pool = promised.createPool({ uri: server.url, timezone: "Z" });
    onTestFinished(() => pool.end());
    await pool.query(`set statement sql_mode = '' for insert into instant values
      (1, '2024-02-29', '2024-02-29 23:59:59.999999', '2038-01-19 03:14:07.999'), (2, '1000-01-01', '9999-12-31 00:00:00', null),
      (3, '0000-00-00', '0000-00-00 00:00:00', null), (4, '2024-05-00', '2023-02-00 01:02:03', '1970-01-01 00:00:01')`);
    const sql = "select day, at, stamp from instant order by id";
    expect(await db.executor.prepare(sql, { instants: true }).all([])).toEqual([
      ["2024-02-29", Date.UTC(2024, 1, 29, 23, 59, 59, 999), Date.UTC(2038, 0, 19, 3, 14, 7, 999)],
      ["1000-01-01", Date.UTC(9999, 11, 31), null],
      ["0000-00-00", "0000-00-00 00:00:00", null],
      ["2024-05-00", "2023-02-00 01:02:03", 1000],
    ]);
    expect((await db.executor.prepare(sql).all([]))[0]).toContain("2024-02-29 23:59:59.999999");
  });

  describe("statements", () => {
    it("that are kept are prepared once for each connection, others are closed", async () => {
      const single = await open({ uri: server.url, connectionLimit: 1 });
      onTestFinished(() => single.close());
      const count = async (): Promise<unknown> =>
        single.sql`show session status where variable_name in ('Com_stmt_prepare', 'Com_stmt_close')`;
      await count();
      for (let n = 0; n < 5; n += 1) await single.executor.prepare("select 1").all([]);
      for (let n = 0; n < 5; n += 1) await single.executor.prepare("select 2", { keep: false }).all([]);
      expect(await count()).toEqual([
        { Variable_name: "Com_stmt_close", Value: "5" },
        { Variable_name: "Com_stmt_prepare", Value: "7" },
      ]);
    });

    it("outlive a change of the schema", async () => {
      await db.sql`create table changing (id integer)`;
      const read = db.executor.prepare("select * from changing");
      expect(await read.all([])).toEqual([]);
      await db.sql`alter table changing add column name text`;
      await db.sql`insert into changing values (1, 'x')`;
      expect(await read.all([])).toEqual([[1, "x"]]);
    });

    it("count the rows that an update found, changed or not, and tell the first number given out", async () => {
      await db.sql`create table numbered (id bigint primary key auto_increment, name text)`;
      const insert = db.executor.prepare("insert into numbered (name) values (?), (?)");
      expect(await insert.insert?.(["a", "b"])).toEqual({ count: 2, insertId: "1" });
      const update = db.executor.prepare("update numbered set name = 'a'");
      expect([await update.run([]), await update.run([])]).toEqual([2, 2]);
      expect(await db.executor.prepare("delete from numbered").run([])).toBe(2);
    });

    it("call procedures, whose outputs are variables", async () => {
      await db.sql.unsafe(`create procedure twice(in n int, out doubled int, inout text varchar(20))
        begin select n as first; set doubled = n * 2; set text = concat(text, '!'); select text as second, 1 as one; end`);
      const call = {
        before: { sql: "set @b = ?", params: ["hey"] },
        call: { sql: "call twice(?, @a, @b)", params: [21] },
        after: "select @a, @b",
      };
      const expected = { sets: [[{ first: 21 }], [{ second: "hey!", one: 1 }]], out: [["42", "hey!"]] };
      const reply = await db.executor.callProcedure?.(call);
      expect(reply?.sets).toEqual(expected.sets);
      expect(reply?.out.map((row) => row.map(String))).toEqual(expected.out);
      await db.transaction(async (tx) => {
        expect((await tx.executor.callProcedure?.(call))?.sets).toEqual(expected.sets);
      });
      expect(await db.sql`call twice(${1}, @a, @b)`).toEqual([{ first: 1 }]);
    });
  });

  describe("transactions", () => {
    it("that wait for each other: one fails, is gone as a whole, and succeeds with retries", async () => {
      await db.sql`insert into item values (1, 'a'), (2, 'b')`;
      const run = async (first: number, second: number, retries: number): Promise<string> => {
        let met = 0;
        await db.transaction(
          async (tx) => {
            met += 1;
            await tx.sql`update item set name = ${`by ${first}`} where id = ${first}`;
            await new Promise((resolve) => setTimeout(resolve, 100));
            await tx.sql`update item set name = ${`by ${first}`} where id = ${second}`;
          },
          { retries },
        );
        return `done ${met}`;
      };
      const failed = await Promise.allSettled([run(1, 2, 0), run(2, 1, 0)]);
      expect(failed.filter(({ status }) => status === "rejected")).toMatchObject([{ reason: { code: "deadlock" } }]);
      expect((await Promise.all([run(1, 2, 5), run(2, 1, 5)])).sort()).toEqual(["done 1", "done 2"]);
    });

    it("that the server has given up run nothing more, and are an error at their end", async () => {
      await db.sql`insert into item values (1, 'a'), (2, 'b')`;
      const attempt = async (first: number, second: number): Promise<void> => {
        await db.transaction(async (tx) => {
          await tx.add(first * 10);
          await tx.sql`update item set name = 'x' where id = ${first}`;
          await new Promise((resolve) => setTimeout(resolve, 100));
          const update = tx.sql`update item set name = 'x' where id = ${second}`;
          const error: unknown = await update.then(
            () => null,
            (reason: unknown) => reason,
          );
          if (error !== null) await expect(tx.add(99)).rejects.toMatchObject({ code: "transactionAborted" });
        });
      };
      const outcomes = await Promise.allSettled([attempt(1, 2), attempt(2, 1)]);
      expect(outcomes.filter(({ status }) => status === "rejected")).toMatchObject([
        { reason: { code: "transactionAborted" } },
      ]);
      expect((await db.items()).filter(({ id }) => id >= 10)).toHaveLength(1);
    });

    it("under snapshot isolation collide, and succeed with retries", async () => {
      await db.sql`insert into item values (1, 'a')`;
      let attempts = 0;
      const run = async (tx: TestDatabase): Promise<void> => {
        attempts += 1;
        await tx.sql`set session innodb_snapshot_isolation = on`;
        await tx.items();
        if (attempts === 1) await db.sql`update item set name = 'b' where id = 1`;
        await tx.sql`update item set name = 'c' where id = 1`;
      };
      await db.transaction(run, { retries: 1, isolation: "repeatableRead" });
      expect(attempts).toBe(2);
      expect(await db.items()).toEqual([{ id: 1, name: "c" }]);
    });

    it("run nothing more after a statement that has committed them", async () => {
      const attempt = db.transaction(async (tx) => {
        await tx.sql`create table made_within (id integer)`;
        await tx.add(1);
      });
      await expect(attempt).rejects.toMatchObject({ code: "transactionMisuse" });
      expect(await db.items()).toEqual([]);
    });

    it("take the isolation that they ask for, once", async () => {
      const single = await open({ uri: server.url, connectionLimit: 1 });
      onTestFinished(() => single.close());
      const read =
        "select trx_isolation_level as level from information_schema.innodb_trx where trx_mysql_thread_id = connection_id()";
      const level = (tx: TestDatabase): Promise<object[]> => tx.sql`select * from item`.then(() => tx.sql.unsafe(read));
      expect(await single.transaction(level, { isolation: "serializable" })).toEqual([{ level: "SERIALIZABLE" }]);
      // The server remembers what it has told for a tenth of a second.
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(await single.transaction(level)).toEqual([{ level: "REPEATABLE READ" }]);
      const nested = single.transaction((tx) => tx.transaction(level, { isolation: "serializable" }));
      await expect(nested).rejects.toMatchObject({ code: "transactionMisuse" });
    });
  });

  it("tells a missing permission, a lock that is not given, somebody's cancellation, and the server's own limit", async () => {
    await db.sql`insert into item values (1, 'a')`;
    await db.transaction(async (tx) => {
      await tx.sql`update item set name = 'b'`;
      await expect(db.sql`select * from item for update nowait`).rejects.toMatchObject({ code: "lockTimeout" });
    });
    const limited = db.sql.unsafe("set statement max_statement_time = 0.05 for select sleep(5)");
    await expect(limited).rejects.toMatchObject({ code: "queryTimeout" });
    const user = `u_${server.name}`.slice(0, 30);
    await db.sql.unsafe(`create user ${user} identified by 'pw'`);
    await db.sql.unsafe(`grant select on ${server.name}.item to ${user}`);
    onTestFinished(async () => void (await db.sql.unsafe(`drop user ${user}`)));
    const url = new URL(server.url);
    [url.username, url.password] = [user, "pw"];
    const guest = await open({ uri: url.href });
    onTestFinished(() => guest.close());
    expect(await guest.items()).toHaveLength(1);
    await expect(guest.add(2)).rejects.toMatchObject({ code: "permissionDenied" });
  });

  it("reads a column of a name that every object has", async () => {
    await db.sql.unsafe("create table odd (`__proto__` integer, `__defineGetter__` integer)");
    await db.sql.unsafe("insert into odd values (1, 2)");
    expect(await db.executor.prepare("select `__proto__`, `__defineGetter__` from odd").all([])).toEqual([[1, 2]]);
  });
});

/** What would change the values of a query that says nothing of it. */
const ownReading: mysql.PoolOptions = {
  decimalNumbers: true,
  dateStrings: false,
  timezone: "+05:00",
  nestTables: true,
  namedPlaceholders: true,
  typeCast: () => "cast",
};
