import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Executor, Row } from "tablewright/runtime";
import { openSqlite } from "../../../src/runtime/driver/open-sqlite.js";
import { hasMariadbServer } from "../../support/mariadb-database.js";
import { openEngine, TestDatabase } from "../../support/open-engine.js";

/** The ways in which a stream can go: each engine's own, and both of SQLite's. */
const places = [
  "SQLite in memory",
  "SQLite with a rollback journal",
  "SQLite with a WAL",
  "PostgreSQL",
  ...(hasMariadbServer() ? (["MariaDB"] as const) : []),
] as const;

describe.each(places)("streams on %s", (place) => {
  let db: TestDatabase;
  let executor: Executor;
  let drop: () => Promise<void>;
  const placeholder = place === "PostgreSQL" ? "$1" : "?";

  beforeAll(async () => {
    ({ db, executor, drop } = await openPlace(place));
    await db.sql.unsafe(`insert into item ${numbered(place, 1000)}`);
  });
  afterAll(() => drop());

  async function collect(on: Executor, batchSize: number, last = 1000): Promise<readonly (readonly Row[])[]> {
    const batches: (readonly Row[])[] = [];
    const sql = `select id, name from item where id <= ${placeholder} order by id`;
    for await (const batch of on.stream(sql, [last], { batchSize })) batches.push(batch);
    return batches;
  }

  it("give every row once, in batches", async () => {
    const batches = await collect(executor, 300);
    expect(batches.map((batch) => batch.length)).toEqual([300, 300, 300, 100]);
    expect(batches.flat().map(([id]) => Number(id))).toEqual(Array.from({ length: 1000 }, (_, index) => index + 1));
    expect(batches[0]?.[0]?.[1]).toBe("name 1");
  });

  it("give no empty batch", async () => {
    expect((await collect(executor, 500)).map((batch) => batch.length)).toEqual([500, 500]);
    expect(await collect(executor, 10, 0)).toEqual([]);
  });

  it("let the reader write between two batches, and do not see it", async () => {
    let seen = 0;
    for await (const batch of executor.stream("select id from item order by id", [], { batchSize: 100 })) {
      seen += batch.length;
      await db.transaction((tx) => tx.add(5000 + seen));
    }
    expect(seen).toBe(1000);
    await db.sql`delete from item where id > 1000`;
  });

  it("see the transaction that they are in, and end with it", async () => {
    await db
      .transaction(async (tx) => {
        await tx.sql`delete from item where id > 10`;
        expect((await collect(tx.executor, 4)).map((batch) => batch.length)).toEqual([4, 4, 2]);
        for await (const batch of tx.executor.stream("select id from item", [], { batchSize: 2 })) {
          expect(batch).toHaveLength(2);
          await tx.sql`update item set name = 'changed' where id = 1`;
          break;
        }
        throw new Error("undo");
      })
      .catch((error: unknown) => expect(error).toMatchObject({ message: "undo" }));
    expect((await collect(executor, 1000)).flat()).toHaveLength(1000);
  });

  it("work in a read-only transaction", async () => {
    await db.transaction(
      async (tx) => {
        expect((await collect(tx.executor, 400)).flat()).toHaveLength(1000);
        await expect(tx.transaction((inner) => inner.add(9999))).rejects.toMatchObject({ code: "readOnly" });
      },
      { readOnly: true },
    );
  });

  it("give everything back after an early end", async () => {
    for (let round = 0; round < 30; round += 1) {
      for await (const batch of executor.stream("select id from item", [], { batchSize: 5 })) {
        expect(batch).toHaveLength(5);
        break;
      }
    }
    expect(await collect(executor, 1000)).toHaveLength(1);
    expect(await leftovers(db, place)).toEqual([]);
  });

  it("give everything back when the reader fails", async () => {
    const read = async (): Promise<void> => {
      for await (const batch of executor.stream("select id from item", [], { batchSize: 5 })) {
        expect(batch).toHaveLength(5);
        throw new Error("reader");
      }
    };
    await expect(read()).rejects.toThrow("reader");
    expect(await leftovers(db, place)).toEqual([]);
  });

  it("fail with the database's error", async () => {
    const rows = executor.stream("select nothing from item", [], { batchSize: 5 })[Symbol.asyncIterator]();
    await expect(rows.next()).rejects.toMatchObject({ code: "invalidQuery" });
    expect(await leftovers(db, place)).toEqual([]);
  });

  it("end by their signal", async () => {
    const abort = new AbortController();
    const rows = executor
      .stream("select id from item", [], { batchSize: 5, signal: abort.signal })
      [Symbol.asyncIterator]();
    expect((await rows.next()).value).toHaveLength(5);
    abort.abort(new Error("enough"));
    await expect(rows.next()).rejects.toThrow("enough");
    expect(await leftovers(db, place)).toEqual([]);
  });

  it("hold a bounded part of a large result", async () => {
    const sql = numbered(place, 200_000, 1000);
    let seen = 0;
    let most = 0;
    for await (const batch of executor.stream(sql, [], { batchSize: 500 })) {
      seen += batch.length;
      if (seen % 20_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed);
      expect(batch[0]?.[1]).toHaveLength(1000);
    }
    expect(seen).toBe(200_000);
    expect(most).toBeLessThan(150_000_000);
  });
});

it("a stream of SQLite keeps every value as it is", async () => {
  const { db, executor, drop } = await openEngine("sqlite");
  onTestFinished(drop);
  await db.sql`create table kinds (a integer, b text, c numeric, d)`;
  await db.sql`insert into kinds values (9223372036854775807, '01', 1.5, x'00ff'), (1, 'x', '1e400x', '7')`;
  const sql = "select a, b, c, d, a as a, d from kinds order by 1 desc";
  const rows: Row[] = [];
  for await (const batch of executor.stream(sql, [], { batchSize: 1, wide: true })) rows.push(...batch);
  expect(rows).toEqual(await executor.prepare(sql, { wide: true }).all([]));
});

it("a stream of SQLite sees temporary tables and attached files", async () => {
  const { db, executor, drop } = await openPlace("SQLite with a WAL");
  onTestFinished(drop);
  await db.sql`create temp table item (id integer)`;
  await db.sql`insert into item values (77)`;
  const rows: Row[] = [];
  for await (const batch of executor.stream("select id from item", [], { batchSize: 5 })) rows.push(...batch);
  expect(rows).toEqual([[77]]);
});

interface OpenPlace {
  readonly db: TestDatabase;
  readonly executor: Executor;
  readonly drop: () => Promise<void>;
}

async function openPlace(place: (typeof places)[number]): Promise<OpenPlace> {
  if (place === "PostgreSQL") return openEngine("postgresql");
  if (place === "MariaDB") return openEngine("mariadb");
  if (place === "SQLite in memory") return openEngine("sqlite");
  const journal = place === "SQLite with a WAL" ? "wal" : "delete";
  const folder = mkdtempSync(join(tmpdir(), "tablewright-"));
  const file = join(folder, "stream.db");
  const executor = await openSqlite({ file, create: true, pragmas: { journal_mode: journal }, timeoutMs: 0 });
  const db = new TestDatabase(executor);
  await db.sql`create table item (id integer primary key, name text)`;
  const drop = async (): Promise<void> => {
    await db.close();
    rmSync(folder, { recursive: true });
  };
  return { db, executor, drop };
}

/** A query of numbers from 1, each with `name …`, or with a text of so many characters. */
function numbered(place: (typeof places)[number], to: number, length = 0): string {
  if (place === "PostgreSQL")
    return `select n, ${length > 0 ? `repeat('x', ${length})` : "'name ' || n"} from generate_series(1, ${to}) as g(n)`;
  if (place === "MariaDB")
    return `select seq, ${length > 0 ? `repeat('x', ${length})` : "concat('name ', seq)"} from seq_1_to_${to}`;
  const text = length > 0 ? `printf('%.*c', ${length}, 'x')` : "'name ' || n";
  return `select n, ${text} from (with recursive g(n) as (select 1 union all select n + 1 from g where n < ${to}) select n from g)`;
}

/** What a stream that has ended may not leave: temporary tables, or transactions that are open. */
async function leftovers(db: TestDatabase, place: (typeof places)[number]): Promise<readonly object[]> {
  if (place === "MariaDB")
    return db.sql`select trx_id from information_schema.innodb_trx join information_schema.processlist on id = trx_mysql_thread_id
      where db = database() and id <> connection_id()`;
  if (place !== "PostgreSQL") return db.sql`select name from temp.sqlite_master`;
  return db.sql`select state from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`;
}
