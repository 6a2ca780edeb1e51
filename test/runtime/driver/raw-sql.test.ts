import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { engines, isMysqlLike, openEngine, type OpenEngine, type TestDatabase } from "../../support/open-engine.js";

describe.each(engines)("raw SQL on %s", (engine) => {
  let opened: OpenEngine;
  let db: TestDatabase;

  beforeAll(async () => {
    opened = await openEngine(engine);
    db = opened.db;
  });
  afterAll(() => opened.drop());
  beforeEach(async () => {
    await db.sql`delete from item`;
    await db.sql`insert into item values (1, 'one'), (2, 'two'), (3, null)`;
  });

  it("gives rows as plain objects", async () => {
    const rows = await db.sql<{
      id: number;
      name: string | null;
    }>`select id, name from item where id > ${1} order by id`;
    expect(rows).toStrictEqual([
      { id: 2, name: "two" },
      { id: 3, name: null },
    ]);
    expect(await db.sql`update item set name = ${"x"} where id = ${1}`).toEqual([]);
    // Of the statements that give rows back, one that every engine but MySQL has.
    if (engine === "mysql") return;
    expect(await db.sql`delete from item where id = ${1} returning name`).toEqual([{ name: "x" }]);
  });

  it("gives counts and other integers as numbers, and as bigint only where a number is not exact", async () => {
    const type = isMysqlLike(engine) ? "signed" : "bigint";
    const integers = `cast(9007199254740991 as ${type}) as safe, cast(9007199254740992 as ${type}) as large`;
    const rows = await db.sql.unsafe(`select count(*) as n, ${integers} from item`);
    expect(rows).toEqual([{ n: 3, safe: 9007199254740991, large: 9007199254740992n }]);
  });

  it("never takes a value for SQL", async () => {
    const hostile = `'; drop table item; --`;
    expect(await db.sql`select id from item where name = ${hostile}`).toEqual([]);
    await db.sql`update item set name = ${hostile} where id = 1`;
    expect(await db.sql`select name from item where id = 1`).toEqual([{ name: hostile }]);
  });

  it("binds plain values of every kind and reads them back", async () => {
    const at = new Date("2026-11-23T18:04:05.678Z");
    const json = { a: [1] };
    const bytes = new Uint8Array([0, 255]);
    const large = 2n ** 62n;
    const readers = {
      sqlite: () => db.sql`select ${5} as n, ${true} as yes, ${at} as at, ${json} as json, ${bytes} as raw,
        ${large} as large, ${null} as none, ${"ü𝄞"} as text`,
      postgresql: () => db.sql`select ${5}::int as n, ${true}::boolean as yes, ${at}::timestamptz as at,
        ${json}::jsonb as json, ${bytes}::bytea as raw, ${large}::bigint as large, ${null}::text as none, ${"ü𝄞"}::text as text`,
      mysql: () => db.sql`select cast(${5} as signed) as n, ${true} as yes, cast(${at} as datetime(3)) as at,
        json_compact(${json}) as json, cast(${bytes} as binary) as raw, cast(${large} as signed) as large, ${null} as none,
        ${"ü𝄞"} as text`,
    };
    const family = isMysqlLike(engine) ? "mysql" : engine === "sqlite" ? "sqlite" : "postgresql";
    const own = {
      sqlite: { yes: 1, at: "2026-11-23 18:04:05.678", json: '{"a":[1]}' },
      postgresql: { yes: true, at, json: { a: [1] } },
      mysql: { yes: 1, at, json: { a: [1] } },
    };
    const [row] = await readers[family]();
    expect(row).toStrictEqual({ n: 5, raw: bytes, large, none: null, text: "ü𝄞", ...own[family] });
  });

  it("puts fragments, names and lists in their place", async () => {
    const { fragment, id, join } = db.sql;
    const filter = (names: readonly string[]) =>
      names.length === 0 ? fragment`` : fragment`and name in (${join(names)})`;
    const find = (names: readonly string[]) =>
      db.sql`select ${id("id")} from ${id("item")} where ${1} = 1 ${filter(names)} and id < ${3} order by 1`;
    expect(await find([])).toEqual([{ id: 1 }, { id: 2 }]);
    expect(await find(["two", "three"])).toEqual([{ id: 2 }]);
    const conditions = [fragment`id = ${1}`, fragment`name = ${"two"}`];
    expect(await db.sql`select id from item where ${join(conditions, fragment` or `)} order by id`).toEqual([
      { id: 1 },
      { id: 2 },
    ]);
  });

  it("quotes names, whatever they hold", async () => {
    const name = `we"ird; drop table item; --`;
    const { id } = db.sql;
    await db.sql`create table ${id(name)} (${id("or.der")} integer)`;
    await db.sql`insert into ${id(name)} values (${7})`;
    expect(await db.sql`select ${id(name, "or.der")} from ${id(name)}`).toEqual([{ "or.der": 7 }]);
    await db.sql`drop table ${id(name)}`;
  });

  it("takes a text with the driver's placeholders, for one statement", async () => {
    expect(
      await db.sql.unsafe(`select name from item where id = ${opened.executor.dialect.placeholder(1)}`, [2]),
    ).toEqual([{ name: "two" }]);
    await expect(db.sql.unsafe("select 1; drop table item")).rejects.toMatchObject({ code: "invalidQuery" });
    expect(await db.items()).toHaveLength(3);
  });

  it("keeps labels that mean something to JavaScript, and the last of equal ones", async () => {
    const [row] = await db.sql`select 1 as ${db.sql.id("__proto__")}, 2 as constructor, 3 as twice, 4 as twice`;
    expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
    expect(Object.entries(row ?? {})).toEqual([
      ["__proto__", 1],
      ["constructor", 2],
      ["twice", 4],
    ]);
  });

  it("refuses undefined, and says which", async () => {
    await expect(db.sql`select ${1}, ${undefined}`).rejects.toThrow("sql: value 2 is undefined");
  });

  it("runs in the transaction whose object it was called on", async () => {
    const attempt = db.transaction(async (tx) => {
      await tx.sql`delete from item`;
      throw new Error("no");
    });
    await expect(attempt).rejects.toThrow("no");
    expect(await db.items()).toHaveLength(3);
  });
});
