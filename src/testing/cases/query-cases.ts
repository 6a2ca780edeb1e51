import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { toDialectCases, type ComplianceCase } from "../compliance-case.js";
import type { ShopRepository, ShopRow } from "../module/shop.js";
import { nextNumber } from "./next-number.js";

/** Filters, orders and pages of generated code. */
export const queryCases: readonly ComplianceCase[] = toDialectCases([
  {
    name: "query.in_empty_in_large_in_tuples",
    capability: "queries",
    run: async ({ shop }) => {
      const { tags } = (await shop()).db;
      const first = nextNumber() * 10_000;
      const ids = Array.from({ length: 5000 }, (_, place) => first + place);
      await tags.insertMany(ids.slice(0, 20).map((tagId) => ({ tagId, word: `w${tagId}` })));
      equal(await tags.count({ where: { tagId: { in: [] } } }), 0);
      equal(await tags.count({ where: { tagId: { in: ids } } }), 20);
      const among = { tagId: { between: [first, first + 4999] } };
      equal(await tags.count({ where: { ...among, and: [{ tagId: { notIn: ids.slice(1) } }] } }), 1);
      equal(await tags.count({ where: { ...among, and: [{ tagId: { notIn: [] } }] } }), 20);
      const pairs = ids.slice(10, 300).map((tagId) => ({ tagId, word: tagId % 2 === 0 ? `w${tagId}` : "other" }));
      equal(await tags.count({ where: { or: pairs } }), 5);
    },
  },
  {
    name: "query.paging_keyset_and_offset_ties",
    capability: "queries",
    run: async ({ shop }) => {
      const { events } = (await shop()).db;
      const first = nextNumber() * 10_000;
      const rows = Array.from({ length: 40 }, (_, place) => ({
        eventId: first + place,
        title: `t${place % 3}`,
        rankNo: place % 5 === 0 ? null : place % 4,
      }));
      await events.insertMany(rows);
      const where = { eventId: { between: [first, first + 39] } };
      for (const dir of ["asc", "desc"] as const) {
        const orderBy = [{ rankNo: dir }, { title: "desc" }];
        const all = await events.findMany({ where, orderBy: [...orderBy, { eventId: dir }] });
        const paged = await pages(events, { where, orderBy }, 7);
        equal(new Set(paged.map(idOf)).size, 40);
        deepEqual(
          paged.map((row) => [row["rankNo"], row["title"]]),
          all.map((row) => [row["rankNo"], row["title"]]),
        );
        const offsets = await Promise.all(
          [0, 7, 14, 21, 28, 35].map((offset) =>
            events.findMany({ where, orderBy: [...orderBy, { eventId: dir }], limit: 7, offset }),
          ),
        );
        deepEqual(offsets.flat().map(idOf), all.map(idOf));
        // Null counts as greater than every value, on every engine.
        equal(all[dir === "asc" ? 39 : 0]?.["rankNo"], null);
      }
    },
  },
  {
    name: "query.null_semantics_is_distinct_from",
    capability: "queries",
    run: async ({ shop }) => {
      const { products } = (await shop()).db;
      const first = nextNumber() * 100;
      const names = [null, "a", "b"];
      await products.insertMany(
        names.map((name, place) => ({
          productId: first + place,
          region: "null",
          sku: `n${first + place}`,
          name,
          price: "1.00",
        })),
      );
      const count = (name: unknown): Promise<number> =>
        products.count({ where: { productId: { between: [first, first + 9] }, name } });
      equal(await count(null), 1);
      equal(await count({ ne: null }), 2);
      equal(await count({ ne: "a" }), 2);
      equal(await count({ notIn: ["a"] }), 2);
      equal(await count({ eq: null }), 1);
      equal(await count({ notLike: "a%" }), 2);
      equal(await count({ lt: "b" }), 1);
      const notA = { productId: { between: [first, first + 9] }, not: { name: "a" } };
      equal(await products.count({ where: notA }), 2);
      await rejects(count(undefined), { code: "invalidQuery" });
    },
  },
  {
    name: "query.like_escape_percent_underscore_backslash",
    capability: "queries",
    run: async ({ shop }) => {
      const { tags } = (await shop()).db;
      const first = nextNumber() * 100;
      const texts = ["100%", "100x", "a_b", "axb", "c\\d", "cxd", "[e]", "it's", "Case", "case"];
      await tags.insertMany(texts.map((word, place) => ({ tagId: first + place, word })));
      const find = async (word: unknown): Promise<readonly unknown[]> => {
        const where = { tagId: { between: [first, first + 20] }, word };
        return (await tags.findMany({ where, orderBy: { tagId: "asc" } })).map((row) => row["word"]);
      };
      deepEqual(await find({ endsWith: "%" }), ["100%"]);
      deepEqual(await find({ contains: "_" }), ["a_b"]);
      deepEqual(await find({ contains: "\\" }), ["c\\d"]);
      deepEqual(await find({ startsWith: "[" }), ["[e]"]);
      deepEqual(await find({ contains: "'" }), ["it's"]);
      deepEqual(await find({ like: "100_" }), ["100%", "100x"]);
      deepEqual(await find({ like: "100\\%" }), ["100%"]);
      deepEqual(await find({ like: "c\\\\d" }), ["c\\d"]);
      deepEqual(await find({ startsWith: "C" }), ["Case"]);
      deepEqual(await find({ like: "c%" }), ["c\\d", "cxd", "case"]);
      deepEqual(await find({ ilike: "CASE" }), ["Case", "case"]);
    },
  },
  {
    name: "query.bind_names_weird_and_reserved",
    capability: "queries",
    run: async ({ shop }) => {
      const { selects } = (await shop()).db;
      const properties = Object.entries(selects.table.columns).map(([property, { column }]) => ({ property, column }));
      const key = properties.find(({ column }) => column === "from")?.property ?? "";
      const others = properties.filter(({ property }) => property !== key);
      equal(others.length, 8);
      const id = nextNumber();
      const values = Object.fromEntries(
        others.map(({ property, column }) => [property, `${column}'s "value" :x ? $1 %s`]),
      );
      deepEqual({ ...(await selects.insert({ [key]: id, ...values })) }, { [key]: id, ...values });
      for (const { property } of others) {
        const where = { [property]: values[property], [key]: id };
        equal(await selects.count({ where }), 1, property);
        equal((await selects.findFirst({ where, orderBy: { [property]: "asc" } }))?.[property], values[property]);
        equal((await selects.update(id, { [property]: "other" }))?.[property], "other");
      }
      const again = await selects.upsert({ [key]: id, ...values }, { on: "primaryKey" });
      deepEqual({ ...again }, { [key]: id, ...values });
    },
  },
]);

async function pages(
  repository: ShopRepository,
  query: { readonly where: ShopRow; readonly orderBy: readonly ShopRow[] },
  size: number,
): Promise<readonly ShopRow[]> {
  const rows: ShopRow[] = [];
  let after: string | undefined;
  do {
    const page = await repository.page({ ...query, size, after });
    ok(page.items.length <= size);
    rows.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return rows;
}

function idOf(row: ShopRow): unknown {
  return row["eventId"];
}
