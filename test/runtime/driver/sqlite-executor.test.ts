import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { openSqlite } from "../../../src/runtime/driver/open-sqlite.js";
import type { Executor } from "../../../src/runtime/executor.js";
import { openEngine, TestDatabase } from "../../support/open-engine.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

let db: TestDatabase;
let executor: Executor;

beforeEach(async () => {
  const opened = await openEngine("sqlite");
  onTestFinished(opened.drop);
  ({ db, executor } = opened);
});

describe("statements", () => {
  it("give their results at once while nobody has the connection", () => {
    expect(executor.prepare("insert into item values (?, ?)").run([1, "x"])).toBe(1);
    expect(executor.prepare("select id, name from item").all([])).toEqual([[1, "x"]]);
    expect(executor.raw("select name from item", [])).toEqual([{ name: "x" }]);
  });

  it("are the same object for the same text, unless they are not to be kept", () => {
    expect(executor.prepare("select 1")).toBe(executor.prepare("select 1"));
    expect(executor.prepare("select 1")).not.toBe(executor.prepare("select 1", { wide: true }));
    expect(executor.prepare("select 1", { keep: false })).not.toBe(executor.prepare("select 1", { keep: false }));
  });

  it("stay usable when newer ones have pushed them out", () => {
    const first = executor.prepare("select -1");
    for (let n = 0; n < 2000; n += 1) expect(executor.prepare(`select ${n}`).all([])).toEqual([[n]]);
    expect(executor.prepare("select -1")).not.toBe(first);
    expect(first.all([])).toEqual([[-1]]);
  });

  it("give 64-bit integers as bigint when they are wide", () => {
    const sql = "select 9223372036854775807, 1, 1.5, 'x'";
    expect(executor.prepare(sql, { wide: true }).all([])).toEqual([[9223372036854775807n, 1n, 1.5, "x"]]);
    expect(executor.prepare("select 1").all([])).toEqual([[1]]);
  });

  it("count what they changed, and give no rows where there are none", () => {
    expect(executor.prepare("insert into item (id) values (1), (2), (3)").run([])).toBe(3);
    expect(executor.prepare("update item set name = 'y' where id > ?").run([1])).toBe(2);
    expect(executor.prepare("delete from item where id = 1").all([])).toEqual([]);
    expect(executor.prepare("insert into item (id) values (7) returning id").all([])).toEqual([[7]]);
  });
});

describe("while a transaction has the connection", () => {
  it("other calls wait, in their order", async () => {
    const order: string[] = [];
    let finish = (): void => {};
    const transaction = db.transaction(async (tx) => {
      await tx.add(1, "uncommitted");
      await new Promise<void>((resolve) => (finish = resolve));
      order.push("end");
    });
    await new Promise((resolve) => setTimeout(resolve));
    const waiting = [
      db.items().then((rows) => order.push(`read ${rows.length}`)),
      db.add(2).then(() => order.push("added")),
    ];
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(order).toEqual([]);
    finish();
    await Promise.all([transaction, ...waiting]);
    expect(order).toEqual(["end", "read 1", "added"]);
  });

  it("a call on the database from inside it is refused, even through a timer, and allowed when it is over", async () => {
    let later: Promise<unknown> | undefined;
    await db.transaction(async (tx) => {
      await expect(db.items()).rejects.toMatchObject({ code: "transactionMisuse" });
      await expect(db.transaction(async () => 1)).rejects.toMatchObject({ code: "transactionMisuse" });
      await expect(db.close()).rejects.toMatchObject({ code: "transactionMisuse" });
      await tx.add(1);
      later = new Promise((resolve) => setTimeout(() => resolve(db.items()), 20));
    });
    expect(await later).toHaveLength(1);
  });

  it("a transaction on another database is nobody's concern", async () => {
    const other = await openEngine("sqlite");
    onTestFinished(other.drop);
    await db.transaction(async () => {
      await other.db.transaction(async (tx) => {
        await tx.add(1);
        await expect(db.items()).rejects.toMatchObject({ code: "transactionMisuse" });
      });
      expect(await other.db.items()).toHaveLength(1);
    });
  });

  it("a waiting call ends by its time or its signal, and leaves the line", async () => {
    const abort = new AbortController();
    const statement = executor.prepare("insert into item (id) values (?)");
    let finish = (): void => {};
    const transaction = db.transaction(() => new Promise<void>((resolve) => (finish = resolve)));
    await new Promise((resolve) => setTimeout(resolve));
    const timed = Promise.resolve(statement.run([1], { timeoutMs: 10 }));
    const aborted = Promise.resolve(statement.run([2], { signal: abort.signal }));
    abort.abort(new Error("enough"));
    await Promise.all([
      expect(timed).rejects.toMatchObject({ code: "queryTimeout" }),
      expect(aborted).rejects.toThrow("enough"),
    ]);
    finish();
    await transaction;
    expect(await db.items()).toEqual([]);
    await expect(Promise.resolve(statement.run([3], { signal: abort.signal }))).rejects.toThrow("enough");
  });

  it("closing waits for it", async () => {
    const { db: closing } = await openEngine("sqlite");
    let added = false;
    const transaction = closing.transaction(async (tx) => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      await tx.add(1);
      added = true;
    });
    await closing.close();
    expect(added).toBe(true);
    await transaction;
  });
});

describe("a transaction", () => {
  it("that SQLite has given up on its own is an error at its end", async () => {
    await db.add(1);
    const attempt = db.transaction(async (tx) => {
      await tx.add(2);
      await expect(tx.sql`insert or rollback into item (id) values (1)`).rejects.toMatchObject({
        code: "uniqueViolation",
      });
    });
    await expect(attempt).rejects.toMatchObject({ code: "transactionAborted" });
    expect(await db.items()).toHaveLength(1);
  });

  it("that cannot be committed is rolled back", async () => {
    await db.sql`create table child (item_id integer references item deferrable initially deferred)`;
    await expect(db.transaction((tx) => tx.sql`insert into child values (99)`)).rejects.toMatchObject({
      code: "foreignKeyViolation",
    });
    expect(await db.sql`select * from child`).toEqual([]);
    await db.transaction((tx) => tx.add(1));
  });

  it("goes on after a failed statement", async () => {
    await db.transaction(async (tx) => {
      await tx.add(1);
      await expect(tx.add(1)).rejects.toMatchObject({ code: "uniqueViolation" });
      await tx.add(2);
    });
    expect(await db.items()).toHaveLength(2);
  });
});

describe("two connections to one file", () => {
  async function openTwo(): Promise<readonly [TestDatabase, TestDatabase]> {
    const file = join(temporaryFolder(), "shared.db");
    const first = new TestDatabase(await openSqlite({ file, create: true, timeoutMs: 0 }));
    await first.sql`create table item (id integer primary key, name text)`;
    const second = new TestDatabase(await openSqlite({ file, timeoutMs: 0 }));
    onTestFinished(async () => {
      await first.close();
      await second.close();
    });
    return [first, second];
  }

  it("a second writer is told that the database is busy", async () => {
    const [first, second] = await openTwo();
    await first.transaction(async (tx) => {
      await tx.add(1);
      await expect(second.add(2)).rejects.toMatchObject({ code: "lockTimeout", engineCode: "SQLITE_BUSY" });
      await expect(second.transaction(async () => 1)).rejects.toMatchObject({ code: "lockTimeout" });
      expect(await second.transaction((other) => other.items(), { readOnly: true })).toEqual([]);
    });
    await second.add(2);
  });

  it("a transaction with retries waits for its turn", async () => {
    const [first, second] = await openTwo();
    let attempts = 0;
    const slow = first.transaction(async (tx) => {
      await tx.add(1);
      await new Promise((resolve) => setTimeout(resolve, 40));
    });
    await second.transaction(
      async (tx) => {
        attempts += 1;
        await tx.add(2);
      },
      { retries: 10 },
    );
    await slow;
    expect(attempts).toBe(1);
    expect(await first.items()).toHaveLength(2);
  });

  it("a snapshot that is out of date is a serialization failure", async () => {
    const [first, second] = await openTwo();
    await first.sql`pragma journal_mode = wal`;
    await second.sql`begin`;
    await second.items();
    await first.add(1);
    await expect(second.add(2)).rejects.toMatchObject({
      code: "serializationFailure",
      engineCode: "SQLITE_BUSY_SNAPSHOT",
    });
    await second.sql`rollback`;
  });
});
