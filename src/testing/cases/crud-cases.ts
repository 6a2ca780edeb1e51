import { deepEqual, equal, rejects, throws } from "node:assert/strict";
import { verifyFiles } from "../../emit/verify-files.js";
import { toDialectCases, type ComplianceCase } from "../compliance-case.js";
import { nextNumber } from "./next-number.js";

/** Writing rows by generated code. */
export const crudCases: readonly ComplianceCase[] = toDialectCases([
  {
    name: "crud.insert_defaults_identity_returning_or_reselect",
    capability: "crud",
    run: async ({ shop }) => {
      const { db } = await shop();
      const email = `a${nextNumber()}@x`;
      const made = await db.customers.insert({ email, name: "Ann" });
      const id = made["customerId"];
      equal(typeof id, "number");
      deepEqual(
        { ...made },
        { customerId: id, email, name: "Ann", nickname: null, status: "new", version: 0, balance: "0.00", doubled: 0 },
      );
      deepEqual({ ...(await db.customers.get(id)) }, { ...made });
      const many = await db.customers.insertMany(
        Array.from({ length: 250 }, () => ({ email: `m${nextNumber()}@x`, name: "Many" })),
      );
      const ids = many.map((row) => row["customerId"]);
      equal(new Set(ids).size, 250);
      deepEqual(
        many.map((row) => row["email"]),
        (await db.customers.findMany({ where: { customerId: { in: ids } }, orderBy: { customerId: "asc" } })).map(
          (row) => row["email"],
        ),
      );
    },
  },
  {
    name: "crud.update_partial_undefined_vs_null",
    capability: "crud",
    run: async ({ shop }) => {
      const { db } = await shop();
      const { customerId } = await db.customers.insert({
        email: `u${nextNumber()}@x`,
        name: "Bob",
        nickname: "B",
        version: 3,
      });
      const same = await db.customers.update(customerId, { nickname: undefined, name: "Rob" });
      deepEqual([same?.["nickname"], same?.["name"], same?.["version"], same?.["doubled"]], ["B", "Rob", 3, 6]);
      equal((await db.customers.update(customerId, { nickname: null }))?.["nickname"], null);
      equal((await db.customers.update(customerId, {}))?.["name"], "Rob");
      equal(await db.customers.update(-1, { name: "Nobody" }), undefined);
      equal(await db.customers.updateMany({ where: { customerId }, set: { nickname: "C", name: undefined } }), 1);
      equal((await db.customers.get(customerId))["name"], "Rob");
    },
  },
  {
    name: "crud.delete_rowcount_and_stale_version_conflict",
    capability: "crud",
    run: async ({ shop }) => {
      const { db } = await shop();
      const { customerId } = await db.customers.insert({ email: `d${nextNumber()}@x`, name: "Cat" });
      const take = (version: number): Promise<number> =>
        db.customers.updateMany({ where: { customerId, version }, set: { version: version + 1 } });
      equal(await take(0), 1);
      equal(await take(0), 0, "a version that is stale was written over");
      // A row that matches and does not change still counts.
      equal(await db.customers.updateMany({ where: { customerId }, set: { version: 1 } }), 1);
      equal(await db.customers.delete(customerId), true);
      equal(await db.customers.delete(customerId), false);
      const three = await db.customers.insertMany([1, 2, 3].map(() => ({ email: `d${nextNumber()}@x`, name: "Gone" })));
      const where = { customerId: { in: three.map((row) => row["customerId"]) } };
      equal(await db.customers.deleteMany({ where }), 3);
      equal(await db.customers.deleteMany({ where }), 0);
    },
  },
  {
    name: "crud.upsert_by_each_unique_key",
    capability: "crud",
    run: async ({ shop }) => {
      const { db } = await shop();
      const email = `s${nextNumber()}@x`;
      const made = await db.customers.upsert({ email, name: "Dan" }, { on: "email" });
      const again = await db.customers.upsert({ email, name: "Don", version: 9 }, { on: "email", update: ["name"] });
      deepEqual([again["customerId"], again["name"], again["version"]], [made["customerId"], "Don", 0]);
      const productId = nextNumber();
      const product = { productId, region: "eu", sku: `k${productId}`, price: "1.50" };
      await db.products.upsert(product, { on: "regionAndSku" });
      const cheaper = await db.products.upsert({ ...product, price: "1.25" }, { on: "regionAndSku" });
      deepEqual([cheaper["productId"], cheaper["price"]], [productId, "1.25"]);
      const renamed = await db.products.upsert({ ...product, name: "Pen" }, { on: "primaryKey", update: ["name"] });
      deepEqual([renamed["name"], renamed["price"]], ["Pen", "1.25"]);
      equal(await db.products.count({ where: { productId } }), 1);
      equal((await db.products.findByRegionAndSku({ region: "eu", sku: `k${productId}` }))?.["name"], "Pen");
      equal((await db.customers.findByEmail(email))?.["name"], "Don");
    },
  },
  {
    name: "crud.readonly_generated_columns_not_in_insert_type",
    capability: "generatedColumns",
    run: async ({ shop, folder }) => {
      const { db, files } = await shop();
      const row = { email: `g${nextNumber()}@x`, name: "Eve", doubled: 4 };
      await rejects(db.customers.insert(row), { code: "invalidQuery" });
      const { customerId } = await db.customers.insert({ email: row.email, name: row.name, version: 5 });
      await rejects(db.customers.update(customerId, { doubled: 1 }), { code: "invalidQuery" });
      equal((await db.customers.get(customerId))["doubled"], 10);
      const probe = (values: string): (() => void) => {
        const text = `import type { CustomerInsert } from "./index.js";\nexport const values: CustomerInsert = { ${values} };\n`;
        return () => verifyFiles(`${folder}/probe`, [...files, { path: "probe.ts", text }]);
      };
      probe('email: "e", name: "n"')();
      throws(probe('email: "e", name: "n", doubled: 4'), /doubled/);
    },
  },
]);
