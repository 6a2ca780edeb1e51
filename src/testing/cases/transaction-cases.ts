import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { toDialectCases, type ComplianceCase } from "../compliance-case.js";
import type { ShopDatabase } from "../module/shop.js";
import { nextNumber } from "./next-number.js";

/** Transactions of generated code, and connections side by side. */
export const transactionCases: readonly ComplianceCase[] = toDialectCases([
  {
    name: "tx.isolation_levels_savepoints_rollback_restore",
    capability: "transactions",
    partly: ["weakIsolation"],
    run: async (context) => {
      const { db, connect } = await context.shop();
      await nestAndRollBack(db);
      const other = await connect();
      try {
        const levels = context.has("weakIsolation") ? (["readCommitted", "repeatableRead"] as const) : [];
        for (const isolation of levels) equal(await seesOthers(db, other, isolation), isolation === "readCommitted");
      } finally {
        await other.close();
      }
      equal(await db.transaction((tx) => tx.tags.count({ where: { tagId: -1 } }), { isolation: "serializable" }), 0);
      const write = db.transaction((tx) => tx.tags.insert({ tagId: nextNumber(), word: "no" }), { readOnly: true });
      await rejects(write, { code: "readOnly" });
    },
  },
  {
    name: "tx.concurrent_connections_no_cross_talk",
    capability: "concurrency",
    run: async ({ shop }) => {
      const { db, connect } = await shop();
      const other = await connect();
      const tagId = nextNumber();
      try {
        await db.transaction(async (tx) => {
          await tx.tags.insert({ tagId, word: "mine" });
          equal(await other.tags.find(tagId), undefined);
          equal((await tx.tags.find(tagId))?.["word"], "mine");
        });
        equal((await other.tags.find(tagId))?.["word"], "mine");
        const words = await Promise.all(
          Array.from({ length: 12 }, async (_, place) => {
            const id = nextNumber();
            return db.transaction(async (tx) => {
              await tx.tags.insert({ tagId: id, word: `w${place}` });
              return (await tx.tags.get(id))["word"];
            });
          }),
        );
        deepEqual(
          words,
          Array.from({ length: 12 }, (_, place) => `w${place}`),
        );
        await countTogether(db);
      } finally {
        await other.close();
      }
    },
  },
  {
    name: "errors.unique_fk_check_notnull_mapped_to_constraint_name",
    capability: "errors",
    partly: ["foreignKeyNames"],
    run: async (context) => {
      const { db } = await context.shop();
      const email = `e${nextNumber()}@x`;
      await db.customers.insert({ email, name: "Fay" });
      const again = db.customers.insert({ email, name: "Fay" });
      await rejects(again, {
        code: "uniqueViolation",
        table: "customer",
        columns: ["email"],
        constraint: "customer_email_key",
      });
      const negative = db.customers.insert({ email: `e${nextNumber()}@x`, name: "Gus", version: -1 });
      await rejects(negative, { code: "checkViolation", table: "customer", constraint: "customer_version_check" });
      const nameless = db.customers.insert({ email: `e${nextNumber()}@x` });
      await rejects(nameless, { code: "notNullViolation", columns: ["name"] });
      const orphan = db.purchases.insert({ purchaseId: nextNumber(), customerId: -5 });
      const named = { constraint: "purchase_customer_fk", columns: ["customerId"] };
      await rejects(orphan, { code: "foreignKeyViolation", ...(context.has("foreignKeyNames") ? named : {}) });
      const missing: unknown = await db.customers.get(-7).catch((error: unknown) => error);
      equal((missing as { readonly code?: unknown }).code, "notFound");
      // The values themselves stand nowhere: they may be secrets.
      const refused: unknown = await db.customers.insert({ email, name: "Fay" }).catch((error: unknown) => error);
      ok(refused instanceof Error && !refused.message.includes(email), "a value stands in the message");
    },
  },
]);

async function nestAndRollBack(db: ShopDatabase): Promise<void> {
  const [outer, inner, kept] = [nextNumber(), nextNumber(), nextNumber()];
  await db.transaction(async (tx) => {
    await tx.tags.insert({ tagId: outer, word: "outer" });
    const nested = tx.transaction(async (savepoint) => {
      await savepoint.tags.insert({ tagId: inner, word: "inner" });
      // An error of the database's own, after which a transaction must go on.
      await savepoint.tags.insert({ tagId: outer, word: "twice" });
    });
    await rejects(nested, { code: "uniqueViolation" });
    await tx.transaction((savepoint) => savepoint.tags.insert({ tagId: kept, word: "kept" }));
  });
  const found = await db.tags.findMany({ where: { tagId: { in: [outer, inner, kept] } }, orderBy: { tagId: "asc" } });
  deepEqual(
    found.map(({ word }) => word),
    ["outer", "kept"],
  );
  const failed = db.transaction(async (tx) => {
    await tx.tags.delete(outer);
    throw new Error("enough");
  });
  await rejects(failed, { message: "enough" });
  equal(await db.tags.exists({ where: { tagId: outer } }), true);
}

/** Whether a transaction sees what is committed while it runs. */
async function seesOthers(
  db: ShopDatabase,
  other: ShopDatabase,
  isolation: "readCommitted" | "repeatableRead",
): Promise<boolean> {
  const tagId = nextNumber();
  return db.transaction(
    async (tx) => {
      equal(await tx.tags.find(tagId), undefined);
      await other.tags.insert({ tagId, word: "later" });
      return (await tx.tags.find(tagId)) !== undefined;
    },
    { isolation },
  );
}

/** Read, then written, by many at a time: no increment is lost where transactions are run again. */
async function countTogether(db: ShopDatabase): Promise<void> {
  const { customerId } = await db.customers.insert({ email: `v${nextNumber()}@x`, name: "Count" });
  const increment = (): Promise<unknown> =>
    db.transaction(
      async (tx) => {
        const { version } = await tx.customers.get(customerId);
        await tx.customers.update(customerId, { version: Number(version) + 1 });
      },
      { isolation: "serializable", retries: 50 },
    );
  await Promise.all(Array.from({ length: 6 }, increment));
  equal((await db.customers.get(customerId))["version"], 6);
}
