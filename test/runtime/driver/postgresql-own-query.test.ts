import pg, { type Submittable } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { openPostgresql } from "../../../src/runtime/driver/open-postgresql.js";
import { plainOwnQuery } from "../../../src/runtime/driver/postgresql-own-query-class.js";
import type { Executor } from "../../../src/runtime/executor.js";
import { createPostgresDatabase, type PostgresDatabase } from "../../support/postgres-database.js";

// Holds our own query against the installed driver: whatever its documented query gives, ours gives too.
let server: PostgresDatabase;
let own: Executor;
let documented: Executor;
const submit = vi.spyOn(plainOwnQuery.prototype as Submittable, "submit");

beforeAll(async () => {
  server = await createPostgresDatabase({ script: "create table item (id integer primary key, name text)" });
  own = await openPostgresql({ connectionString: server.url, max: 2 });
  documented = await openPostgresql({ connectionString: server.url, max: 2, ownQueries: false });
});
afterEach(() => submit.mockClear());
afterAll(async () => {
  await own.close();
  await documented.close();
  await server.drop();
});

async function outcome(executor: Executor, sql: string, params: readonly unknown[], keep = true): Promise<unknown> {
  const statement = executor.prepare(sql, { keep });
  try {
    return await statement.all(params);
  } catch (error) {
    const { name, message, code, engineCode } = error as Error & { code: string; engineCode: string };
    return { name, message: message.replace(/tablewright_\w+/, "a name"), code, engineCode };
  }
}

const statements: readonly (readonly [string, readonly unknown[]])[] = [
  ["select 1 as a, null as b, 'ü𝄞' as c, '' as d", []],
  [
    "select $1::text, $2::int, $3::float8, $4::bytea, $5::bool, $6::bigint",
    ["x", 7, 1.5, new Uint8Array([0, 255]), true, 2n ** 62n],
  ],
  ["select $1::bytea, $2::text", [Buffer.from("bytes"), null]],
  ["select n, repeat('y', n) from generate_series(1, 500) as g(n)", []],
  ["select from generate_series(1, 3)", []],
  ["select where false", []],
  ["", []],
  ["-- nothing", []],
  ["values (1), (2)", []],
  ["show timezone", []],
  ["create temp table scratch (a int)", []],
  ["select 1 / $1::int", [0]],
  ["select nothing", []],
  ["select $1::int", ["x"]],
  ["select $1::text", []],
  ["select $1::text", ["a", "b"]],
  ["do $$ begin raise notice 'hello'; end $$", []],
  ["listen something", []],
  ["notify something", []],
  ["copy item to stdout", []],
  ["explain (costs off) select 1", []],
  ["select 1 as one, 2 as one", []],
];

describe.each(["kept", "not kept"])("a statement that is %s gives what the driver's own query gives", (kept) => {
  it.each(statements)("%s", async (sql, params) => {
    for (let round = 0; round < 2; round += 1) {
      const expected = await outcome(documented, sql, params, kept === "kept");
      expect(submit).not.toHaveBeenCalled();
      expect(await outcome(own, sql, params, kept === "kept")).toEqual(expected);
      expect(submit).toHaveBeenCalledTimes(1);
      submit.mockClear();
      for (const executor of [own, documented]) await executor.prepare("drop table if exists scratch").run([]);
      submit.mockClear();
    }
    expect(await own.prepare("select 'usable'").all([])).toEqual([["usable"]]);
  });
});

it("counts rows as the driver does", async () => {
  const texts = [
    "insert into item select n, 'x' from generate_series(1, 25) as g(n)",
    "update item set name = 'y' where id > 20",
    "select * from item",
    "create table if not exists item (id int)",
    "delete from item where id < 100",
  ];
  const counts = async (executor: Executor): Promise<readonly number[]> => {
    const found: number[] = [];
    for (const text of texts) found.push(await executor.prepare(text).run([]));
    return found;
  };
  expect(await counts(documented)).toEqual([25, 5, 25, 0, 25]);
  expect(await counts(own)).toEqual([25, 5, 25, 0, 25]);
});

it("tells the columns when it is asked", async () => {
  const sql = "select 1::int8 as a, 'x'::text as b, null::int[] as c, '{1}'::int[] as d, 2 as a";
  expect(await own.raw(sql, [])).toEqual(await documented.raw(sql, []));
  expect(submit).toHaveBeenCalledTimes(1);
  expect(await own.raw(sql, [], { keep: false })).toEqual([{ a: 2, b: "x", c: null, d: [1] }]);
  expect(await own.raw("create table if not exists item (id int)", [])).toEqual([]);
  expect(await own.raw("select $1::text as t where false", ["x"])).toEqual([]);
});

it("refuses to take data, and the connection stays usable", async () => {
  const attempt = outcome(own, "copy item from stdin", []);
  expect(await attempt).toMatchObject({
    code: "queryCancelled",
    message: expect.stringContaining("no data is sent") as string,
  });
  const all = Array.from({ length: 4 }, () => outcome(own, "select 1", []));
  expect(await Promise.all(all)).toEqual(Array.from({ length: 4 }, () => [["1"]]));
});

it("falls back to the driver's query for values that only that one can write", async () => {
  expect(await outcome(own, "select $1::int[]", [[1, 2]])).toEqual([["{1,2}"]]);
  expect(submit).not.toHaveBeenCalled();
});

it("heeds the time limit of the connection's own options", async () => {
  const limited = await openPostgresql({ connectionString: server.url, query_timeout: 40, max: 1 });
  onTestFinished(() => limited.close());
  expect(await outcome(limited, "select pg_sleep(2)", [])).toMatchObject({ code: "queryTimeout" });
  expect(await outcome(limited, "select 1", [])).toEqual([["1"]]);
});

it("goes to a client that pipelines as one of the driver's own", async () => {
  const pool = new pg.Pool({ connectionString: server.url, max: 1, pipeline: true });
  onTestFinished(() => pool.end());
  const executor = await openPostgresql(pool);
  const sent = vi.spyOn(pg.Query.prototype as unknown as { prepare(): void }, "prepare");
  onTestFinished(() => sent.mockRestore());
  for (const [sql, params] of statements) {
    expect(await outcome(executor, sql, params)).toEqual(await outcome(documented, sql, params));
    for (const each of [executor, documented]) await each.prepare("drop table if exists scratch").run([]);
  }
  sent.mockClear();
  expect(await outcome(executor, "select $1::text", ["x"])).toEqual([["x"]]);
  expect(sent).not.toHaveBeenCalled();
});
