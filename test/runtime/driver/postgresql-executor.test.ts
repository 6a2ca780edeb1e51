import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { openPostgresql } from "../../../src/runtime/driver/open-postgresql.js";
import type { PostgresqlOptions } from "../../../src/runtime/driver/postgresql-options.js";
import { TestDatabase } from "../../support/open-engine.js";
import { createPostgresDatabase, type PostgresDatabase } from "../../support/postgres-database.js";

const warnings: Error[] = [];
process.on("warning", (warning) => warnings.push(warning));

let server: PostgresDatabase;
let db: TestDatabase;

beforeAll(async () => {
  server = await createPostgresDatabase({ script: "create table item (id integer primary key, name text)" });
  db = new TestDatabase(await openPostgresql({ connectionString: server.url, max: 5 }));
});
afterAll(async () => {
  await db.close();
  await server.drop();
});
beforeEach(async () => {
  await db.sql`truncate item`;
});

async function open(options: PostgresqlOptions): Promise<TestDatabase> {
  const opened = new TestDatabase(await openPostgresql(options));
  onTestFinished(() => opened.close());
  return opened;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

describe("opening", () => {
  it("fails for a server that does not answer", async () => {
    const options = { host: "127.0.0.1", port: 1, user: "x", password: "hunter2" };
    const error = await openPostgresql(options).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "connectionFailed", engineCode: "ECONNREFUSED" });
  });

  it.each([
    ["a wrong password", (url: URL) => (url.password = "hunter2"), "28P01"],
    ["a database that does not exist", (url: URL) => (url.pathname = "/nowhere"), "3D000"],
    ["a role that does not exist", (url: URL) => (url.username = "nobody"), /28/],
  ])("fails for %s, without telling the password", async (_, change, engineCode) => {
    const url = new URL(server.url);
    change(url);
    const error = await openPostgresql({ connectionString: url.href }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "connectionFailed" });
    expect((error as { engineCode: string }).engineCode).toMatch(engineCode);
    expect(JSON.stringify(error) + String(error)).not.toContain("hunter2");
  });

  it("fails for a connection string that is none, without telling it", async () => {
    const connectionString = "postgres://user:hunter2@[nowhere";
    const error = await openPostgresql({ connectionString }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "connectionFailed" });
    expect(JSON.stringify(error) + String(error) + String((error as Error).cause)).not.toContain("hunter2");
  });

  it("takes a pool of the caller's, alone or with settings, and leaves it open", async () => {
    const pool = new pg.Pool({ connectionString: server.url, max: 2 });
    onTestFinished(() => pool.end());
    const alone = new TestDatabase(await openPostgresql(pool));
    const withSettings = new TestDatabase(await openPostgresql({ pool, namedStatementsMax: 0 }));
    await alone.add(1);
    expect(await withSettings.items()).toEqual(await alone.items());
    await alone.close();
    await expect(alone.items()).rejects.toMatchObject({ code: "databaseClosed" });
    expect(await withSettings.items()).toHaveLength(1);
    await withSettings.close();
    expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  });

  it("reads values alike whatever the session's settings are", async () => {
    const odd =
      "-c datestyle=German -c timezone=Asia/Tokyo -c intervalstyle=sql_standard -c bytea_output=escape -c extra_float_digits=-5";
    const opened = await open({ connectionString: server.url, options: odd });
    const values =
      "'2026-11-23 18:00:00+00'::timestamptz as at, '1 day 2 hours'::interval as span, '\\x00ff'::bytea as raw, 0.1::float8 as tenth";
    const expected = {
      at: new Date("2026-11-23T18:00:00Z"),
      span: "P1DT2H",
      raw: new Uint8Array([0, 255]),
      tenth: 0.1,
    };
    expect(await opened.sql.unsafe(`select ${values}`)).toEqual([expected]);
  });

  it("refuses every call after it is closed, and may be closed twice", async () => {
    const opened = new TestDatabase(await openPostgresql({ connectionString: server.url }));
    const statement = opened.executor.prepare("select 1");
    await Promise.all([opened.close(), opened.close()]);
    await expect(statement.all([])).rejects.toMatchObject({ code: "databaseClosed" });
    await expect(opened.transaction(async () => 1)).rejects.toMatchObject({ code: "databaseClosed" });
    const rows = opened.executor.stream("select 1", [], { batchSize: 1 })[Symbol.asyncIterator]();
    await expect(rows.next()).rejects.toMatchObject({ code: "databaseClosed" });
  });
});

describe("statements", () => {
  const named = `select count(*) as n from pg_prepared_statements where statement like '%kept%'`;

  it("that are kept are prepared once for each connection, others never", async () => {
    const opened = await open({ connectionString: server.url, max: 1 });
    const kept = opened.executor.prepare("select 'kept', $1::text");
    expect(opened.executor.prepare("select 'kept', $1::text")).toBe(kept);
    for (const value of ["a", "b"]) expect(await kept.all([value])).toEqual([["kept", value]]);
    await opened.executor.prepare("select 'kept too'", { keep: false }).all([]);
    await opened.transaction((tx) => Promise.resolve(tx.executor.prepare("select 'kept', $1::text").all(["c"])));
    expect(await opened.sql.unsafe(named.replace("%kept%", "select ''kept'', $1%"))).toEqual([{ n: 1 }]);
    expect(await opened.sql.unsafe(named.replace("%kept%", "%kept too%"))).toEqual([{ n: 0 }]);
  });

  it("are named up to a number", async () => {
    const opened = await open({ connectionString: server.url, max: 1, namedStatementsMax: 3 });
    for (let n = 0; n < 10; n += 1) expect(await opened.executor.prepare(`select ${n}`).all([])).toEqual([[`${n}`]]);
    expect(await opened.sql.unsafe("select count(*) as n from pg_prepared_statements")).toEqual([{ n: 3 }]);
  });

  it("outlive a change of the schema, and a loss of what the server had prepared", async () => {
    const opened = await open({ connectionString: server.url, max: 1 });
    await opened.sql`create table changing (a integer)`;
    await opened.sql`insert into changing values (1)`;
    const read = opened.executor.prepare("select * from changing");
    expect(await read.all([])).toEqual([["1"]]);
    await opened.sql`alter table changing add b text default 'new'`;
    expect(await read.all([])).toEqual([["1", "new"]]);
    await opened.sql.unsafe("deallocate all");
    expect(await read.all([])).toEqual([["1", "new"]]);
    await opened.sql`drop table changing`;
  });

  it("count what they changed", async () => {
    expect(await db.executor.prepare("insert into item (id) select generate_series(1, $1::int)").run([5])).toBe(5);
    expect(await db.executor.prepare("delete from item where id > 2").run([])).toBe(3);
    expect(await db.executor.prepare("update item set name = 'x' returning id, name").all([])).toEqual([
      ["1", "x"],
      ["2", "x"],
    ]);
  });

  it("may be many more than there are connections", async () => {
    const select = db.executor.prepare("select $1::int");
    const rows = await Promise.all(Array.from({ length: 300 }, async (_, n) => select.all([n])));
    expect(rows.map((found) => Number(found[0]?.[0]))).toEqual(Array.from({ length: 300 }, (_, n) => n));
  });
});

describe("transactions", () => {
  it("take the isolation that they ask for", async () => {
    const show = async (tx: TestDatabase): Promise<unknown> => (await tx.sql`show transaction_isolation`)[0];
    expect(await db.transaction(show, { isolation: "serializable" })).toEqual({
      transaction_isolation: "serializable",
    });
    expect(await db.transaction(show, { isolation: "repeatableRead" })).toEqual({
      transaction_isolation: "repeatable read",
    });
    expect(await db.transaction(show)).toEqual({ transaction_isolation: "read committed" });
  });

  it("see one snapshot when they are repeatable", async () => {
    await db.transaction(
      async (tx) => {
        expect(await tx.items()).toEqual([]);
        await db.add(1);
        expect(await tx.items()).toEqual([]);
      },
      { isolation: "repeatableRead" },
    );
    expect(await db.items()).toHaveLength(1);
  });

  it("refuse a nested one that would need a stricter isolation", async () => {
    const nested = (tx: TestDatabase): Promise<number> => tx.transaction(async () => 1, { isolation: "serializable" });
    await expect(db.transaction(nested)).rejects.toMatchObject({ code: "transactionMisuse" });
    expect(await db.transaction(nested, { isolation: "serializable" })).toBe(1);
  });

  it("that the server has given up are an error at their end", async () => {
    const attempt = db.transaction(async (tx) => {
      await tx.add(1);
      await expect(tx.add(1)).rejects.toMatchObject({ code: "uniqueViolation" });
      await expect(tx.add(2)).rejects.toMatchObject({ code: "transactionAborted" });
    });
    await expect(attempt).rejects.toMatchObject({ code: "transactionAborted" });
    expect(await db.items()).toEqual([]);
  });

  it("whose commit is refused give their connection back", async () => {
    await db.sql`create table if not exists child (item_id integer references item deferrable initially deferred)`;
    const single = await open({ connectionString: server.url, max: 1 });
    const before = await single.sql`select pg_backend_pid() as pid`;
    for (let round = 0; round < 3; round += 1) {
      const attempt = single.transaction((tx) => tx.sql`insert into child values (99)`);
      await expect(attempt).rejects.toMatchObject({ code: "foreignKeyViolation", constraint: "child_item_id_fkey" });
    }
    expect(await single.sql`select pg_backend_pid() as pid`).toEqual(before);
    await db.sql`drop table child`;
  });

  it("that collide fail, and succeed with retries", async () => {
    await db.sql`insert into item values (1, '0'), (2, '0')`;
    const attempts: number[] = [];
    // Each reads both rows and writes one: whichever order, one of the two must have seen the other's write.
    const skew = (id: number, retries: number): Promise<void> =>
      db.transaction(
        async (tx) => {
          attempts.push(id);
          const sum = (await tx.items()).reduce((total, { name }) => total + Number(name), 0);
          await pause(50);
          await tx.sql`update item set name = ${String(sum + 1)} where id = ${id}`;
        },
        { isolation: "serializable", retries },
      );
    const without = await Promise.allSettled([skew(1, 0), skew(2, 0)]);
    const failures = without.filter((result) => result.status === "rejected").map(({ reason }) => reason as unknown);
    expect(failures).toEqual([expect.objectContaining({ code: "serializationFailure", engineCode: "40001" })]);
    attempts.length = 0;
    await Promise.all([skew(1, 5), skew(2, 5)]);
    expect(attempts.length).toBeGreaterThan(2);
  });

  it("that wait for each other fail, and succeed with retries", async () => {
    await db.sql`insert into item values (1, ''), (2, '')`;
    let runs = 0;
    const cross = (first: number, second: number, retries: number): Promise<void> =>
      db.transaction(
        async (tx) => {
          runs += 1;
          await tx.sql`set local deadlock_timeout = '20ms'`;
          await tx.sql`update item set name = name || 'x' where id = ${first}`;
          await pause(100);
          await tx.sql`update item set name = name || 'x' where id = ${second}`;
        },
        { retries },
      );
    const without = await Promise.allSettled([cross(1, 2, 0), cross(2, 1, 0)]);
    const failures = without.filter((result) => result.status === "rejected").map(({ reason }) => reason as unknown);
    expect(failures).toEqual([expect.objectContaining({ code: "deadlock", engineCode: "40P01" })]);
    runs = 0;
    await Promise.all([cross(1, 2, 5), cross(2, 1, 5)]);
    expect(runs).toBeGreaterThan(2);
    expect(await db.items()).toEqual([
      { id: 1, name: "xxx" },
      { id: 2, name: "xxx" },
    ]);
  });

  it("do not hold up calls outside of them", async () => {
    await db.transaction(async (tx) => {
      await tx.add(1);
      expect(await db.items()).toEqual([]);
    });
  });
});

describe("errors of this engine", () => {
  it("an exclusion constraint", async () => {
    await db.sql`create table booking (during int4range, constraint no_overlap exclude using gist (during with &&))`;
    await db.sql`insert into booking values ('[1,5)')`;
    const attempt = db.sql`insert into booking values (${"[4,9)"})`;
    await expect(attempt).rejects.toMatchObject({
      code: "exclusionViolation",
      constraint: "no_overlap",
      columns: ["during"],
    });
  });

  it("a domain's check, a missing permission, a lock that is not given", async () => {
    await db.sql`create domain positive as integer constraint is_positive check (value > 0)`;
    await expect(db.sql`select ${-1}::positive`).rejects.toMatchObject({
      code: "checkViolation",
      constraint: "is_positive",
    });
    await db.sql`create role without_rights`;
    onTestFinished(async () => void (await db.sql`drop role without_rights`));
    const forbidden = db.transaction(async (tx) => {
      await tx.sql`set local role without_rights`;
      await tx.items();
    });
    await expect(forbidden).rejects.toMatchObject({ code: "permissionDenied" });
    await db.add(1);
    await db.transaction(async (tx) => {
      await tx.sql`select * from item for update`;
      const impatient = db.sql`select * from item for update nowait`;
      await expect(impatient).rejects.toMatchObject({ code: "lockTimeout" });
    });
  });

  it("the server's own time limit, and somebody's cancellation", async () => {
    const limited = db.transaction(async (tx) => {
      await tx.sql`set local statement_timeout = 20`;
      await tx.sql`select pg_sleep(10)`;
    });
    await expect(limited).rejects.toMatchObject({ code: "queryTimeout", engineCode: "57014" });
    const cancelled = db.sql`select pg_sleep(10)`;
    const outcome = expect(cancelled).rejects.toMatchObject({ code: "queryCancelled" });
    await pause(100);
    await db.sql`select pg_cancel_backend(pid) from pg_stat_activity where query like 'select pg_sleep%' and pid <> pg_backend_pid()`;
    await outcome;
  });
});

it("does nothing that the driver warns of", () => {
  expect(warnings.filter(({ name }) => name === "DeprecationWarning")).toEqual([]);
});
