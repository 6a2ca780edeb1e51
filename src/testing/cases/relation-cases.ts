import { deepEqual, equal } from "node:assert/strict";
import { toDialectCases, type ComplianceCase } from "../compliance-case.js";
import type { ShopDatabase, ShopRow } from "../module/shop.js";
import { nextNumber } from "./next-number.js";

/** Loading and asking for related rows by generated code. */
export const relationCases: readonly ComplianceCase[] = toDialectCases([
  {
    name: "relations.to_one_to_many_m2m_load_in_bounded_queries",
    capability: "relations",
    run: async ({ shop }) => {
      const { db } = await shop();
      const few = await loadOrders(db, await makeOrders(db, 2));
      const many = await loadOrders(db, await makeOrders(db, 40));
      deepEqual([few.rows.length, many.rows.length], [2, 40]);
      equal(many.statements, few.statements, "the number of statements grows with the number of rows");
      for (const { name, purchases } of many.rows as readonly LoadedCustomer[]) {
        deepEqual(
          purchases.map(({ purchaseLines }) => purchaseLines.map(({ product }) => product.name)),
          [[`${name} one`, `${name} two`]],
        );
        deepEqual(
          purchases[0]?.purchaseLines[0]?.product.tags.map(({ word }) => word),
          ["red"],
        );
      }
    },
  },
  {
    name: "relations.nullable_fk_no_broken_sql",
    capability: "relations",
    run: async ({ shop }) => {
      const { db } = await shop();
      const first = nextNumber() * 10;
      await db.categories.insertMany([
        { categoryId: first, title: "root" },
        { categoryId: first + 1, title: "leaf", parentId: first },
      ]);
      const where = { categoryId: { in: [first, first + 1] } };
      const rows = await db.categories.findMany({
        where,
        orderBy: { categoryId: "asc" },
        include: { parent: true, categoriesByParent: true },
      });
      const shown = rows.map((row) => [
        (row["parent"] as ShopRow | null)?.["title"] ?? null,
        (row["categoriesByParent"] as readonly ShopRow[]).map(({ title }) => title),
      ]);
      deepEqual(shown, [
        [null, ["leaf"]],
        ["root", []],
      ]);
      const onlyRoots = await db.categories.findMany({ where: { categoryId: first }, include: { parent: true } });
      equal(onlyRoots[0]?.["parent"], null);
      equal(await db.categories.count({ where: { ...where, parent: null } }), 1);
      equal(await db.categories.count({ where: { ...where, parent: { title: "root" } } }), 1);
      equal(await db.categories.count({ where: { ...where, parentId: null } }), 1);
      equal(await db.categories.count({ where: { ...where, categoriesByParent: { none: {} } } }), 1);
      equal(await db.categories.count({ where: { ...where, categoriesByParent: { some: { title: "leaf" } } } }), 1);
    },
  },
]);

interface LoadedCustomer {
  readonly name: string;
  readonly purchases: readonly {
    readonly purchaseLines: readonly {
      readonly product: { readonly name: string; readonly tags: readonly { readonly word: string }[] };
    }[];
  }[];
}

/** Customers with a purchase of two lines each, and the keys of the customers. */
async function makeOrders(db: ShopDatabase, count: number): Promise<readonly unknown[]> {
  const numbers = Array.from({ length: count }, () => nextNumber() * 10);
  const customers = await db.customers.insertMany(
    numbers.map((number) => ({ email: `r${number}@x`, name: `c${number}` })),
  );
  const ids = customers.map((row) => row["customerId"]);
  await db.purchases.insertMany(numbers.map((number, place) => ({ purchaseId: number, customerId: ids[place] })));
  const products = numbers.flatMap((number) => [
    { productId: number, region: "rel", sku: `r${number}`, name: `c${number} one`, price: "1.00" },
    { productId: number + 1, region: "rel", sku: `r${number + 1}`, name: `c${number} two`, price: "2.00" },
  ]);
  await db.products.insertMany(products);
  await db.tags.insertMany(numbers.map((number) => ({ tagId: number, word: "red" })));
  await db.productTags.insertMany(numbers.map((number) => ({ productId: number, tagId: number })));
  await db.purchaseLines.insertMany(
    numbers.flatMap((purchaseId) => [
      { purchaseId, lineNo: 1, productId: purchaseId },
      { purchaseId, lineNo: 2, productId: purchaseId + 1 },
    ]),
  );
  return ids;
}

async function loadOrders(
  db: ShopDatabase,
  ids: readonly unknown[],
): Promise<{ readonly rows: readonly unknown[]; readonly statements: number }> {
  let statements = 0;
  const stop = db.onQuery(() => (statements += 1));
  const lines = { orderBy: { lineNo: "asc" }, include: { product: { include: { tags: true } } } };
  const rows = await db.customers.findMany({
    where: { customerId: { in: ids } },
    include: { purchases: { include: { purchaseLines: lines } } },
  });
  stop();
  return { rows, statements };
}
