import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { engines, openShop, type Shop } from "./shop.js";

describe.each(engines)("upserting on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => void (shop = await openShop(engine)));
  beforeEach(() => shop.clear());
  afterAll(() => shop.close());

  test("inserts a row whose key is new, with defaults", async () => {
    const item = await shop.items.upsert({ itemId: 5, code: "a" }, { on: "primaryKey" });
    expect(item).toMatchObject({ itemId: 5, code: "a", stock: 7, price: "1.50" });
  });

  test("updates all columns given of a row whose key exists", async () => {
    await shop.items.insert({ itemId: 5, code: "a", label: "old", stock: 1, extra: [1] });
    const item = await shop.items.upsert({ itemId: 5, code: "b", label: null }, { on: "primaryKey" });
    expect(item).toMatchObject({ itemId: 5, code: "b", label: null, stock: 1, extra: [1] });
    expect(await shop.items.findMany()).toEqual([item]);
  });

  test("knows the row by any key, and keeps its primary key", async () => {
    await shop.items.insert({ itemId: 5, code: "a", stock: 1 });
    const item = await shop.items.upsert({ itemId: 9, code: "a", stock: 2 }, { on: "code" });
    expect(item).toMatchObject({ itemId: 5, code: "a", stock: 2 });
    expect(await shop.items.upsert({ itemId: 9, code: "b" }, { on: "code" })).toMatchObject({ itemId: 9 });
  });

  test("updates only the columns listed; one that is not given takes its default", async () => {
    await shop.items.insert({ itemId: 5, code: "a", label: "old", stock: 1, price: "9.00" });
    const item = await shop.items.upsert(
      { code: "a", label: "new", price: "3.00" },
      { on: "code", update: ["price", "stock"] },
    );
    expect(item).toMatchObject({ itemId: 5, label: "old", price: "3.00", stock: 7 });
  });

  test("changes the primary key where it is listed", async () => {
    await shop.items.insert({ itemId: 5, code: "a" });
    const item = await shop.items.upsert({ itemId: 9, code: "a" }, { on: "code", update: ["itemId"] });
    expect(item.itemId).toBe(9);
    expect(await shop.items.count()).toBe(1);
  });

  test("leaves the row as it is for an empty list, and still gives it", async () => {
    const item = await shop.items.insert({ itemId: 5, code: "a", stock: 1 });
    expect(await shop.items.upsert({ code: "a", stock: 3 }, { on: "code", update: [] })).toEqual(item);
    expect(await shop.items.upsert({ code: "b", stock: 3 }, { on: "code", update: [] })).toMatchObject({ stock: 3 });
  });

  test("gives the row of a table that has nothing but its key", async () => {
    const link = { left: 1, right: 2 };
    expect(await shop.links.upsert(link, { on: "primaryKey" })).toEqual(link);
    expect(await shop.links.upsert(link, { on: "primaryKey" })).toEqual(link);
    expect(await shop.links.count()).toBe(1);
  });

  test("reports the violation of another key", async () => {
    await shop.items.insertMany([{ code: "a" }, { code: "b" }]);
    const clash = shop.items.upsert({ itemId: 1, code: "b" }, { on: "primaryKey" });
    await expect(clash).rejects.toMatchObject({ code: "uniqueViolation", constraint: "item_code_key" });
  });

  test.each([
    ["an unknown key", { code: "a" }, { on: "color" }, 'upserting on "color": there is no such key'],
    ["a member of every object", { code: "a" }, { on: "constructor" }, "there is no such key"],
    ["a key without a value", { code: "a" }, { on: "primaryKey" }, '"itemId" has no value'],
    ["an unknown column", { code: "a" }, { on: "code", update: ["color"] }, "there is no such column"],
    ["a computed column", { code: "a" }, { on: "code", update: ["worth"] }, "the database computes it"],
  ])("refuses %s", async (_case, values, options, message) => {
    const failure = shop.items.upsert(values, options as never);
    await expect(failure).rejects.toMatchObject({
      code: "invalidQuery",
      message: expect.stringContaining(message) as string,
    });
  });

  test("runs at once any number of times", async () => {
    const upserts = Array.from({ length: 40 }, (_, index) =>
      shop.items.upsert(
        { code: `c${index % 4}`, stock: index },
        { on: "code", ...(index % 3 === 0 ? { update: [] } : {}) },
      ),
    );
    const items = await Promise.all(upserts);
    expect(items.map(({ code }) => code)).toEqual(upserts.map((_, index) => `c${index % 4}`));
    expect(await shop.items.count()).toBe(4);
  });
});
