import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ItemInsert } from "./shop-tables.js";
import { engines, openShop, type Shop } from "./shop.js";

describe.each(engines)("inserting many rows on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => void (shop = await openShop(engine)));
  beforeEach(() => shop.clear());
  afterAll(() => shop.close());

  test.each([0, 1, 2, 49, 50, 51, 1237, 12_000])("gives %i rows back in their order", async (length) => {
    const given = Array.from({ length }, (_, index) => ({ code: `c${index}`, stock: length - index }));
    const made = await shop.items.insertMany(given);
    expect(made.map(({ code, stock }) => ({ code, stock }))).toEqual(given);
    expect(made.map(({ itemId }) => itemId)).toEqual(given.map((_, index) => index + 1));
    expect(await shop.items.findMany({ orderBy: { itemId: "asc" } })).toEqual(made);
  });

  test("sends nothing for no rows, and few statements for many", async () => {
    shop.statements();
    expect(await shop.items.insertMany([])).toEqual([]);
    expect(shop.statements()).toEqual([]);
    await shop.lines.insertMany([]);
    await shop.items.insertMany(Array.from({ length: 1000 }, (_, index) => ({ code: `c${index}` })));
    const inserts = shop.statements().filter((sql) => sql.startsWith("insert"));
    expect(inserts.length).toBe(engine === "sqlite" ? 20 : 1);
    expect(new Set(inserts).size).toBe(1);
  });

  test("takes iterables and asynchronous ones, those that read the same database too", async () => {
    function* some(): Generator<ItemInsert> {
      yield { code: "a" };
      yield { code: "b" };
    }
    await shop.items.insertMany(some());
    async function* copies(): AsyncGenerator<ItemInsert> {
      for await (const { code } of shop.items.stream({ orderBy: { itemId: "asc" } }, { batchSize: 1 }))
        yield { code: `${code}2` };
    }
    const made = await shop.items.insertMany(copies());
    expect(made.map(({ code }) => code)).toEqual(["a2", "b2"]);
  });

  test("keeps nothing when one row fails, wherever it stands", async () => {
    await shop.items.insert({ code: "taken" });
    const rows = Array.from({ length: 120 }, (_, index) => ({ code: index === 117 ? "taken" : `c${index}` }));
    await expect(shop.items.insertMany(rows)).rejects.toMatchObject({ code: "uniqueViolation", columns: ["code"] });
    const wrong = [{ code: "x" }, { code: "y", stock: 1 }, { code: "z", stock: 0.5 }];
    await expect(shop.items.insertMany(wrong)).rejects.toMatchObject({ code: "codec", property: "stock" });
    expect(await shop.items.count()).toBe(1);
  });

  test("keeps nothing when the iterable fails", async () => {
    async function* failing(): AsyncGenerator<ItemInsert> {
      yield { code: "a" };
      throw new Error("no more");
    }
    await expect(shop.items.insertMany(failing())).rejects.toThrow("no more");
    expect(await shop.items.count()).toBe(0);
  });

  test("is part of the transaction around it", async () => {
    const rows = Array.from({ length: 60 }, (_, index) => ({
      code: `c${index}`,
      ...(index % 2 === 0 ? { stock: 1 } : {}),
    }));
    const failed = shop.executor.transaction(async (tx) => {
      const { items } = shop.within(tx);
      await items.insertMany(rows);
      await expect(items.insertMany(rows)).rejects.toMatchObject({ code: "uniqueViolation" });
      expect(await items.count()).toBe(60);
      throw new Error("undo");
    });
    await expect(failed).rejects.toThrow("undo");
    expect(await shop.items.count()).toBe(0);
  });

  test("refuses unknown and computed properties of any row", async () => {
    const rows = [{ code: "a" }, { code: "b", colour: "red" }];
    await expect(shop.items.insertMany(rows)).rejects.toMatchObject({ code: "invalidQuery" });
    await expect(shop.items.insertMany([{ code: "a" }, { code: "b", worth: "1" } as never])).rejects.toThrow(
      "computes",
    );
    await expect(shop.items.insertMany([{ code: "a" }, null as never])).rejects.toMatchObject({ code: "invalidQuery" });
    expect(await shop.items.count()).toBe(0);
  });

  test("does the same as inserting row by row, whatever each row leaves out", async () => {
    const text = fc.option(
      fc.string({ unit: "grapheme", maxLength: 20 }).filter((value) => !value.includes("\0")),
      { nil: null },
    );
    const row = fc.record(
      {
        label: text,
        price: fc
          .integer({ min: -9999, max: 9999 })
          .map((cents) => (cents / 100).toFixed(2).replace(/^-0\.00$/, "0.00")),
        stock: fc.integer({ min: -1000, max: 1000 }),
        created: fc.date({ min: new Date(0), max: new Date("2100-01-01T00:00:00Z"), noInvalidDate: true }),
        extra: fc.constantFrom(null, 5, "5", "x", '"', { a: ["\\", "{,}", "NULL"] }),
        settings: fc.constantFrom(null, [], "NULL", 1e300),
      },
      { requiredKeys: ["created"], noNullPrototype: true },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 130 }), async (rows) => {
        await shop.items.deleteMany({ where: {} });
        const given = rows.map((values, index) => ({ ...values, itemId: index + 1, code: `c${index}` }));
        const together = await shop.items.insertMany(given);
        await shop.items.deleteMany({ where: {} });
        const singly = [];
        for (const values of given) singly.push(await shop.items.insert(values));
        expect(together).toEqual(singly);
      }),
      { numRuns: 15 },
    );
  });

  test("makes rows of defaults", async ({ skip }) => {
    skip(engine === "mysql, on MariaDB", "MySQL does not tell what keys by default are");
    await shop.run("drop table link");
    const counted = {
      sqlite: "integer primary key",
      postgresql: "int4 generated by default as identity primary key",
      mariadb: "int auto_increment primary key",
    }[engine as Exclude<typeof engine, "mysql, on MariaDB">];
    await shop.run(`create table link ("left" ${counted}, "right" integer default 2)`);
    const { links } = shop.within(shop.executor);
    expect(await links.insertMany([{}, {}, {}] as never[])).toEqual([
      { left: 1, right: 2 },
      { left: 2, right: 2 },
      { left: 3, right: 2 },
    ]);
  });
});
