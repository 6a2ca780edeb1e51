import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ItemInsert } from "./shop-tables.js";
import { engines, openShop, type Shop } from "./shop.js";

describe.each(engines)("inserting a row on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => void (shop = await openShop(engine)));
  beforeEach(() => shop.clear());
  afterAll(() => shop.close());

  test("gives the entity with what the database generated", async () => {
    const before = Date.now();
    const item = await shop.items.insert({ code: "a", price: "2.5" });
    expect(item).toEqual({
      itemId: 1,
      code: "a",
      label: null,
      price: "2.50",
      stock: 7,
      worth: "17.50",
      created: expect.any(Date) as Date,
      extra: null,
      settings: {},
    });
    expect(Math.abs(item.created.getTime() - before)).toBeLessThan(10_000);
    expect(await shop.items.find(1)).toEqual(item);
  });

  test("keeps every value that is given, under any name", async () => {
    const given = {
      itemId: 40,
      code: "q'\"?$1",
      label: "😀",
      price: "0.10",
      stock: -2,
      created: new Date("2020-02-29T23:59:59.123Z"),
      extra: { list: [1, null, "x"] },
      settings: [],
    };
    expect(await shop.items.insert(given)).toEqual({ ...given, worth: "-0.20" });
  });

  test("takes undefined as absent and null as NULL", async () => {
    const item = await shop.items.insert({ itemId: undefined, code: "a", label: null, stock: undefined, extra: null });
    expect(item).toMatchObject({ itemId: 1, label: null, stock: 7, extra: null });
    expect(await shop.items.count({ where: { label: null } })).toBe(1);
  });

  test("writes the null of JSON where the column cannot be NULL", async () => {
    expect(await shop.items.insert({ code: "a", settings: null })).toMatchObject({ settings: null });
  });

  test("leaves a required column that is missing to the database", async () => {
    await expect(shop.items.insert({ label: "x" } as ItemInsert)).rejects.toMatchObject({
      code: "notNullViolation",
      columns: ["code"],
    });
    await expect(shop.items.insert({ code: null } as never)).rejects.toMatchObject({ code: "notNullViolation" });
  });

  test("reports a key that exists by the constraint's name", async () => {
    await shop.items.insert({ code: "a" });
    await expect(shop.items.insert({ code: "a" })).rejects.toMatchObject({
      code: "uniqueViolation",
      constraint: "item_code_key",
      columns: ["code"],
    });
  });

  test("refuses a computed column before anything is sent", async () => {
    shop.statements();
    await expect(shop.items.insert({ code: "a", worth: "1.00" } as never)).rejects.toMatchObject({
      code: "invalidQuery",
      message: 'item: inserting "worth": the database computes it',
    });
    expect(shop.statements()).toEqual([]);
  });

  test.each(["colour", "constructor", "__proto__", "toString"])("refuses the unknown property %s", async (property) => {
    const values = Object.fromEntries([
      ["code", "a"],
      [property, "red"],
    ]) as unknown as ItemInsert;
    await expect(shop.items.insert(values)).rejects.toMatchObject({
      code: "invalidQuery",
      message: `item: inserting "${property}": there is no such column`,
    });
  });

  test.each([[null], [undefined], [5], ["x"], [[]], [[{ code: "a" }]]])(
    "refuses %j in the place of values",
    async (values) => {
      await expect(shop.items.insert(values as never)).rejects.toMatchObject({ code: "invalidQuery" });
    },
  );

  test.each([
    ["stock", 1.5],
    ["stock", 2 ** 31],
    ["stock", "1"],
    ["price", "abc"],
    ["price", 1.5],
    ["price", "0.005"],
    ["created", new Date(NaN)],
    ["label", "\ud800"],
    ["extra", { big: 1n }],
    ["extra", [undefined]],
  ])("refuses a value of %s that would not come back: %s", async (property, value) => {
    await expect(shop.items.insert({ code: "a", [property]: value })).rejects.toMatchObject({
      code: "codec",
      table: "item",
      property,
    });
    expect(await shop.items.count()).toBe(0);
  });

  test("takes rows of any class and order of properties", async () => {
    class Draft {
      stock = 1;
      code = "c";
    }
    expect(await shop.items.insert(new Draft())).toMatchObject({ code: "c", stock: 1 });
    expect(await shop.items.insert({ code: "d", stock: 2 })).toMatchObject({ code: "d", stock: 2 });
    expect(await shop.items.insert({ stock: 3, code: "e" })).toMatchObject({ code: "e", stock: 3 });
  });
});

describe.each(engines)("inserting a row into a table of its own on %s", (engine) => {
  let shop: Shop;
  beforeEach(async () => void (shop = await openShop(engine)));
  afterEach(() => shop.close());

  test("makes a row of defaults where no value is given", async ({ skip }) => {
    skip(engine === "mysql, on MariaDB", "MySQL does not tell what a key by default is; see the next test");
    await shop.run("drop table link");
    await shop.run(
      'create table link ("left" integer default 1, "right" integer default 2, primary key ("left", "right"))',
    );
    const { links } = shop.within(shop.executor);
    expect(await links.insert({} as never)).toEqual({ left: 1, right: 2 });
  });

  test.runIf(engine === "mysql, on MariaDB")(
    "refuses a row that could not be read again, before it is sent",
    async () => {
      await shop.run("drop table link");
      await shop.run('create table link ("left" int default 1, "right" int default 2, primary key ("left", "right"))');
      const { links } = shop.within(shop.executor);
      const message = /^link: inserting: "left" has no value, and mysql gives no row back/;
      await expect(links.insert({} as never)).rejects.toMatchObject({ code: "invalidQuery" });
      await expect(links.insertMany([{ right: 1 }] as never)).rejects.toThrow(message);
      expect(await links.count()).toBe(0);
      expect(await links.insert({ left: 3, right: 4 })).toEqual({ left: 3, right: 4 });
    },
  );

  test("says so when a trigger drops the row", async ({ skip }) => {
    const dropping = { sqlite: droppingOnSqlite, postgresql: droppingOnPostgresql }[engine as string];
    if (dropping === undefined) return skip("triggers of MySQL and MariaDB cannot drop a row");
    await shop.run(dropping);
    await expect(shop.items.insert({ code: "drop" })).rejects.toMatchObject({ code: "queryFailed", table: "item" });
    await expect(shop.items.insertMany([{ code: "a" }, { code: "drop" }])).rejects.toMatchObject({
      code: "queryFailed",
    });
  });
});

const droppingOnSqlite = `
create trigger dropping before insert on item when new."co""de" = 'drop' begin select raise(ignore); end;
`;

const droppingOnPostgresql = `
create function dropping() returns trigger language plpgsql as 'begin return null; end';
create trigger dropping before insert on item for each row when (new."co""de" = 'drop') execute function dropping();
`;
