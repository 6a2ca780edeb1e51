import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { engines, openShop, type Shop } from "./shop.js";

describe.each(engines)("updating and deleting on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => void (shop = await openShop(engine)));
  beforeEach(async () => {
    await shop.clear();
    await shop.items.insertMany([
      { code: "a", label: "A", stock: 1, extra: [1] },
      { code: "b", label: null, stock: 2 },
      { code: "c", label: "C", stock: 3 },
    ]);
  });
  afterAll(() => shop.close());

  describe("one row", () => {
    test("changes what is given: null is NULL, undefined leaves alone", async () => {
      const item = await shop.items.update(1, { label: null, stock: undefined, price: "2" });
      expect(item).toMatchObject({
        itemId: 1,
        code: "a",
        label: null,
        stock: 1,
        price: "2.00",
        worth: "2.00",
        extra: [1],
      });
      expect(await shop.items.find(1)).toEqual(item);
      expect(await shop.items.find(2)).toMatchObject({ price: "1.50" });
    });

    test("gives undefined where no row has the key", async () => {
      expect(await shop.items.update(99, { stock: 1 })).toBeUndefined();
      expect(await shop.items.update(99, {})).toBeUndefined();
    });

    test("finds the row for an empty patch, without writing", async () => {
      shop.statements();
      expect(await shop.items.update(1, { label: undefined })).toMatchObject({ code: "a" });
      expect(shop.statements().filter((sql) => !sql.startsWith("select"))).toEqual([]);
    });

    test("changes the key itself", async () => {
      expect(await shop.items.update(1, { itemId: 50 })).toMatchObject({ itemId: 50, code: "a" });
      expect(await shop.items.find(1)).toBeUndefined();
      await shop.lines.insert({ orderId: 1, position: 1, itemId: 50 });
      const moved = await shop.lines.update({ orderId: 1, position: 1 }, { position: 2, note: "moved" });
      expect(moved).toEqual({ orderId: 1, position: 2, itemId: 50, note: "moved" });
    });

    test("refuses computed, unknown and unfit values, and keys without a value", async () => {
      const computed = shop.items.update(1, { worth: "1.00" } as never);
      await expect(computed).rejects.toThrow('item: updating "worth": the database computes it');
      await expect(shop.items.update(1, { colour: 1 } as never)).rejects.toMatchObject({ code: "invalidQuery" });
      await expect(shop.items.update(1, { stock: 0.5 })).rejects.toMatchObject({ code: "codec", property: "stock" });
      await expect(shop.items.update(undefined as never, { stock: 1 })).rejects.toThrow('"itemId" has no value');
      const half = shop.lines.update({ orderId: 1 } as never, { note: "x" });
      await expect(half).rejects.toThrow('line: updating by key: "position" has no value');
      await expect(shop.lines.update(null as never, { note: "x" })).rejects.toThrow('"orderId" has no value');
      await expect(shop.items.update("1" as never, { stock: 1 })).rejects.toMatchObject({ code: "codec" });
      await expect(shop.items.update(1, null as never)).rejects.toMatchObject({ code: "invalidQuery" });
    });

    test("deletes it, and says whether there was one", async () => {
      expect(await shop.items.delete(1)).toBe(true);
      expect(await shop.items.delete(1)).toBe(false);
      expect(await shop.items.count()).toBe(2);
      await expect(shop.items.delete(undefined as never)).rejects.toThrow('"itemId" has no value');
    });

    test("reports a reference by the constraint's columns", async () => {
      await shop.lines.insert({ orderId: 1, position: 1, itemId: 1 });
      await expect(shop.items.delete(1)).rejects.toMatchObject({ code: "foreignKeyViolation" });
      await expect(shop.lines.insert({ orderId: 1, position: 2, itemId: 99 })).rejects.toMatchObject({
        code: "foreignKeyViolation",
      });
    });
  });

  describe("rows that pass a filter", () => {
    test("changes them and gives their number", async () => {
      const count = await shop.items.updateMany({
        where: { stock: { gte: 2 } },
        set: { stock: 9, label: null, code: undefined },
      });
      expect(count).toBe(2);
      expect(await shop.items.findMany({ orderBy: { itemId: "asc" }, select: ["code", "label", "stock"] })).toEqual([
        { code: "a", label: "A", stock: 1 },
        { code: "b", label: null, stock: 9 },
        { code: "c", label: null, stock: 9 },
      ]);
      expect(await shop.items.updateMany({ where: { code: "none" }, set: { stock: 1 } })).toBe(0);
    });

    test("filters over relations", async () => {
      await shop.lines.insertMany([
        { orderId: 1, position: 1, itemId: 1, note: "x" },
        { orderId: 1, position: 2, itemId: 3 },
      ]);
      expect(await shop.items.updateMany({ where: { lines: { some: { note: null } } }, set: { stock: 0 } })).toBe(1);
      expect(await shop.items.find(3)).toMatchObject({ stock: 0 });
      expect(await shop.lines.deleteMany({ where: { item: { stock: 0 } } })).toBe(1);
      expect(await shop.lines.findMany()).toMatchObject([{ position: 1 }]);
    });

    test("takes every row for {}", async () => {
      expect(await shop.items.updateMany({ where: {}, set: { price: "0.05" } })).toBe(3);
      expect(await shop.items.count({ where: { price: "0.05" } })).toBe(3);
      expect(await shop.items.deleteMany({ where: {} })).toBe(3);
    });

    test("deletes them and gives their number", async () => {
      expect(await shop.items.deleteMany({ where: { label: null } })).toBe(1);
      expect(await shop.items.count()).toBe(2);
    });

    test.each([undefined, null, "x"])("refuses the filter %j", async (where) => {
      await expect(shop.items.deleteMany({ where } as never)).rejects.toMatchObject({ code: "invalidQuery" });
      const update = shop.items.updateMany({ where, set: { stock: 1 } } as never);
      await expect(update).rejects.toThrow("item: updating rows: a filter is expected; {} stands for every row");
      expect(await shop.items.count()).toBe(3);
    });

    test("refuses undefined within a filter, and changes without a column", async () => {
      await expect(shop.items.deleteMany({ where: { code: undefined } } as never)).rejects.toThrow(
        "undefined is no filter",
      );
      const nothing = shop.items.updateMany({ where: {}, set: { stock: undefined } });
      await expect(nothing).rejects.toThrow("item: updating: no column is given a value");
      await expect(shop.items.updateMany({ where: {} } as never)).rejects.toMatchObject({ code: "invalidQuery" });
      const computed = shop.items.updateMany({ where: {}, set: { worth: "1" } as never });
      await expect(computed).rejects.toThrow("the database computes it");
    });
  });

  test("works on tables without a key, but by key", async () => {
    await shop.run("create table if not exists keyless (body text)");
    const { Repository } = await import("../../../src/runtime/repository.js");
    const text = shop.items.table.columns["code"]?.codec;
    if (text === undefined) throw new Error("the shop's items have a code");
    const table = {
      name: "keyless",
      read: ([body]: readonly unknown[]) => ({ body }),
      columns: { body: { column: "body", codec: text } },
    };
    const keyless = new Repository(table, shop.executor);
    if (engine === "mysql, on MariaDB") {
      await expect(keyless.insert({ body: "x" })).rejects.toThrow(
        "keyless: inserting: the table has no primary key, and",
      );
      await shop.run("insert into keyless values ('x')");
    } else expect(await keyless.insert({ body: "x" })).toEqual({ body: "x" });
    expect(await keyless.updateMany({ where: { body: "x" }, set: { body: "y" } })).toBe(1);
    await expect(keyless.update(1, { body: "z" })).rejects.toThrow(
      "keyless: updating by key: the table has no primary key",
    );
    await expect(keyless.delete(1)).rejects.toThrow("keyless: deleting by key: the table has no primary key");
    expect(await keyless.deleteMany({ where: { body: "y" } })).toBe(1);
  });
});
