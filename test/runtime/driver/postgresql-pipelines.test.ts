import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { openPostgresql } from "../../../src/runtime/driver/open-postgresql.js";
import { TestDatabase } from "../../support/open-engine.js";
import { createPostgresDatabase, type PostgresDatabase } from "../../support/postgres-database.js";

let server: PostgresDatabase;
let db: TestDatabase;

beforeAll(async () => {
  server = await createPostgresDatabase({
    script: `create table item (id integer primary key, name text); insert into item select n, 'of ' || n from generate_series(1, 500) as g(n)`,
  });
  db = new TestDatabase(await openPostgresql({ connectionString: server.url, max: 2, pipelines: 1 }));
});
afterAll(async () => {
  await db.close();
  await server.drop();
});

async function all(sql: string, params: readonly unknown[] = []): Promise<unknown> {
  return db.executor.prepare(sql).all(params);
}

const byId = "select name from item where id = $1";
const processId = "select pg_backend_pid()";

it("carry many reads at the same time on one connection, each with its own rows", async () => {
  const rows = await Promise.all(Array.from({ length: 400 }, (_, index) => all(byId, [index + 1])));
  expect(rows).toEqual(Array.from({ length: 400 }, (_, index) => [[`of ${index + 1}`]]));
  const processes = await Promise.all(Array.from({ length: 50 }, () => all(processId)));
  expect(new Set(processes.map(String)).size).toBe(1);
});

it("keep a read that fails apart from those around it", async () => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: 60 }, (_, index) => all("select 60 / $1::int", [index % 3])),
  );
  outcomes.forEach((outcome, index) => {
    if (index % 3 !== 0) expect(outcome).toEqual({ status: "fulfilled", value: [[String(60 / (index % 3))]] });
    else expect(outcome).toMatchObject({ status: "rejected", reason: { code: "queryFailed", engineCode: "22012" } });
  });
});

it("carry neither writes, nor reads that lock, nor calls with a limit, nor transactions", async () => {
  const pipelined = String(await all(processId));
  const others = await Promise.all([
    all("with written as (update item set name = name where id = 1 returning 1) select pg_backend_pid() from written"),
    all("select pg_backend_pid() from item where id = 1 for no key update"),
    all("select pg_backend_pid() from item where id = 1 for share of item"),
    db.executor.prepare(processId).all([], { timeoutMs: 5000 }),
    db.transaction(async (tx) => tx.executor.prepare(processId).all([])),
  ]);
  for (const other of others) expect(String(other)).not.toBe(pipelined);
});

it("do not stand in the way of a transaction whose lock others wait for", async () => {
  let waiting: Promise<unknown> | undefined;
  await db.transaction(async (tx) => {
    await tx.sql`update item set name = 'held' where id = 1`;
    waiting = all("select name from item where id = 1 for update");
    expect(await all(byId, [2])).toEqual([["of 2"]]);
  });
  expect(await waiting).toEqual([["held"]]);
});

it("are replaced when they are lost", async () => {
  const before = Number(await all(processId));
  const slow = expect(all("select pg_sleep(20)")).rejects.toMatchObject({ code: "connectionLost" });
  const behind = expect(all(byId, [3])).rejects.toMatchObject({ code: "connectionLost" });
  await new Promise((resolve) => setTimeout(resolve, 50));
  await db.sql.unsafe(`select pg_terminate_backend(${before})`);
  await Promise.all([slow, behind]);
  expect(await all(byId, [3])).toEqual([["of 3"]]);
  expect(Number(await all(processId))).not.toBe(before);
});

it("prepare anew what the server has dropped", async () => {
  await db.sql`create table changing (a integer)`;
  await db.sql`insert into changing values (1)`;
  expect(await all("select * from changing")).toEqual([["1"]]);
  await db.sql`alter table changing add b text default 'new'`;
  expect(await Promise.all([all("select * from changing"), all("select * from changing")])).toEqual([
    [["1", "new"]],
    [["1", "new"]],
  ]);
});

it("grow to as many as are allowed, and end with the database", async () => {
  const several = new TestDatabase(await openPostgresql({ connectionString: server.url, max: 1, pipelines: 3 }));
  onTestFinished(() => several.close());
  const read = several.executor.prepare("select pg_backend_pid(), pg_sleep(0.02)");
  const rows = await Promise.all(Array.from({ length: 9 }, async () => read.all([])));
  const processes = rows.map(([row]) => Number(row?.[0]));
  expect(new Set(processes).size).toBe(3);
  await several.close();
  await expect(Promise.resolve(read.all([]))).rejects.toMatchObject({ code: "databaseClosed" });
  await new Promise((resolve) => setTimeout(resolve, 50));
  const alive = await db.sql`select pid from pg_stat_activity where pid = any(${processes}::int[])`;
  expect(alive).toEqual([]);
});
