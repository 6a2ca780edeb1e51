import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { engines, openEngine, type OpenEngine, type TestDatabase } from "../../support/open-engine.js";

describe.each(engines)("raw SQL on %s", (engine) => {
  let opened: OpenEngine;
  let db: TestDatabase;
  const placeholder = engine === "sqlite" ? "?" : "$1";

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
    expect(await db.sql`update item set name = ${"y"} where id = ${1} returning name`).toEqual([{ name: "y" }]);
  });

  it("gives counts and other integers as numbers, and as bigint only where a number is not exact", async () => {
    const integers = "cast(9007199254740991 as bigint) as safe, cast(9007199254740992 as bigint) as large";
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
    const [row] =
      engine === "sqlite"
        ? await db.sql`select ${5} as n, typeof(${5}) as kind, ${true} as yes, ${at} as at, ${{ a: [1] }} as json, ${new Uint8Array([0, 255])} as raw,
          ${2n ** 62n} as large, ${null} as none, ${"ü𝄞"} as text`
        : await db.sql`select ${5}::int as n, pg_typeof(${5}::int)::text as kind, ${true}::boolean as yes, ${at}::timestamptz as at,
          ${{ a: [1] }}::jsonb as json, ${new Uint8Array([0, 255])}::bytea as raw, ${2n ** 62n}::bigint as large, ${null}::text as none,
          ${"ü𝄞"}::text as text`;
    const shared = {
      n: 5,
      kind: "integer",
      raw: new Uint8Array([0, 255]),
      large: 2n ** 62n,
      none: null,
      text: "ü𝄞",
    };
    const own =
      engine === "sqlite"
        ? { yes: 1, at: "2026-11-23 18:04:05.678", json: '{"a":[1]}' }
        : { yes: true, at, json: { a: [1] } };
    expect(row).toStrictEqual({ ...shared, ...own });
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
    expect(await db.sql.unsafe(`select name from item where id = ${placeholder}`, [2])).toEqual([{ name: "two" }]);
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
