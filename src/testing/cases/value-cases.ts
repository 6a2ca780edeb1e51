import { deepEqual, equal, ok } from "node:assert/strict";
import { join } from "node:path";
import { getHeapStatistics } from "node:v8";
import { toDialectCases, type ComplianceCase } from "../compliance-case.js";
import type { ComplianceContext } from "../compliance-context.js";
import { generateText } from "../module/generate-text.js";
import { loadModule } from "../module/load-module.js";
import type { Shop, ShopDatabase, ShopRepository } from "../module/shop.js";
import { nextNumber } from "./next-number.js";

/** Values on their ways through generated code. */
export const valueCases: readonly ComplianceCase[] = toDialectCases([
  {
    name: "types.runtime_roundtrip_each_neutral_type_incl_infinity_minus_zero_bc_dates_microseconds_tz",
    capability: "types",
    partly: ["infinity", "notANumber", "negativeZero", "earlyDates", "exactDecimals"],
    run: async (context) => {
      const shop = await context.shop();
      for (const [property, values] of Object.entries(valuesOf(context))) {
        for (const value of [...values, null]) await passThrough(shop.db.sampleValues, property, value);
      }
      await passMicroseconds(context, shop);
    },
  },
  {
    name: "stream.large_result_constant_memory_and_early_close",
    capability: "streams",
    run: async ({ shop }) => {
      const { db } = await shop();
      const first = nextNumber() * 10_000;
      const title = "x".repeat(180);
      await db.events.insertMany(Array.from({ length: 650 }, (_, place) => ({ eventId: first + place, title })));
      const where = { eventId: { between: [first, first + 649] } };
      let seen = 0;
      for await (const row of db.events.stream({ where, orderBy: { eventId: "asc" } }, { batchSize: 50 })) {
        equal(row["eventId"], first + seen);
        seen += 1;
      }
      equal(seen, 650);
      await streamMuch(db, first);
      // More often than a pool has connections: each early end gives its connection back.
      for (let turn = 0; turn < 12; turn += 1) {
        for await (const row of db.events.stream({ where }, { batchSize: 10 })) if (row["eventId"] !== undefined) break;
      }
      equal(await db.events.count({ where }), 650);
    },
  },
  {
    name: "raw.text_with_named_binds_and_typed_result",
    capability: "rawSql",
    run: async ({ shop }) => {
      const { db } = await shop();
      const tagId = nextNumber();
      const word = `it's "; drop table tag; -- ? $1 :word %s`;
      await db.sql`insert into tag (tag_id, word) values (${tagId}, ${word})`;
      const rows = await db.sql<{ word: string; n: number | null }>`
        select word, ${db.sql.fragment`null`} as n from ${db.sql.id("tag")} where tag_id = ${tagId}`;
      deepEqual(
        rows.map((row) => ({ ...row })),
        [{ word, n: null }],
      );
      const only = db.sql.fragment`where tag_id in (${db.sql.join([tagId, -1])})`;
      const counted = await db.sql<{ n: number }>`select count(*) as n from tag ${only}`;
      deepEqual({ ...counted[0] }, { n: 1 });
      equal(typeof counted[0]?.n, "number");
      const within = await db.transaction(
        async (tx) => tx.sql<{ n: number }>`select count(*) as n from tag where word = ${word}`,
      );
      equal(within[0]?.n, 1);
    },
  },
]);

/** The values of each column of `sample_value`, by property. */
function valuesOf(context: ComplianceContext): Readonly<Record<string, readonly unknown[]>> {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const early = context.has("earlyDates") ? [new Date("-000043-03-15T12:00:00.001Z")] : [];
  const oddFloats = [
    ...(context.has("negativeZero") ? [-0] : []),
    ...(context.has("infinity") ? [Infinity, -Infinity] : []),
    ...(context.has("notANumber") ? [NaN] : []),
  ];
  return {
    big: [0n, 1n, 2n ** 53n + 1n, 2n ** 63n - 1n, -(2n ** 63n)],
    yes: [true, false],
    at: [
      new Date(0),
      new Date("1969-12-31T23:59:59.999Z"),
      new Date("2024-02-29T12:34:56.789Z"),
      new Date("9999-12-31T23:59:59.999Z"),
      ...early,
    ],
    raw: [new Uint8Array(), bytes],
    words: ["", "  kept  ", 'it\'s "q" \\ %_ `b` ${x}\n\r\n\t', "naïve 名前 🦊 e\u0301", "x".repeat(70_000)],
    amount: [
      "0.000000",
      "-1.500000",
      "123456.789000",
      ...(context.has("exactDecimals") ? ["12345678901234.123456", "-99999999999999.999999"] : []),
    ],
    ratio: [0, 0.1, 1e308, 5e-324, -1.5, ...oddFloats],
    day: ["2024-02-29", "1900-01-01", "9999-12-31"],
    document: [{ a: [1, "x", null, { b: true }], 'é"': 1.5 }, [], "text", 0, false],
  };
}

/** Every path that a row can take. */
async function passThrough(repository: ShopRepository, property: string, value: unknown): Promise<void> {
  const valueId = nextNumber();
  const where = { valueId };
  same((await repository.insert({ valueId, [property]: value }))[property], value, `inserted ${property}`);
  same((await repository.get(valueId))[property], value, `read ${property}`);
  const selected = await repository.findMany({ where, select: [property] });
  same(selected[0]?.[property], value, `selected ${property}`);
  for await (const row of repository.stream({ where })) same(row[property], value, `streamed ${property}`);
  const updated = await repository.update(valueId, { [property]: value });
  same(updated?.[property], value, `updated ${property}`);
  const page = await repository.page({ where, size: 1 });
  same(page.items[0]?.[property], value, `paged ${property}`);
  const comparable = !["document"].includes(property) && !Number.isNaN(value);
  if (comparable) equal(await repository.count({ where: { valueId, [property]: value } }), 1, `found ${property}`);
}

function same(actual: unknown, value: unknown, what: string): void {
  const plain = actual instanceof Uint8Array ? Uint8Array.from(actual) : actual;
  deepEqual(plain, value, what);
}

/** Digits that a Date cannot hold pass where a rule makes the column a text. */
async function passMicroseconds(context: ComplianceContext, { model, connect }: Shop): Promise<void> {
  const typeRules = [{ column: "sample_value.moment", use: "string" }] as const;
  const files = await generateText(model, { name: "exact", typeRules });
  const module = await loadModule(join(context.folder, "exact"), files);
  const db = await connect();
  try {
    const Class = module["ExactDatabase"] as new (executor: ShopDatabase["executor"]) => ShopDatabase;
    for (const moment of ["2024-02-29T12:34:56.123456", "1970-01-01T00:00:00.000001"]) {
      const { sampleValues } = new Class(db.executor);
      const { moment: read } = await sampleValues.insert({ valueId: nextNumber(), moment });
      equal(String(read).replace(" ", "T").replace(/Z$/, ""), moment);
    }
  } finally {
    await db.close();
  }
}

/** 422,500 rows of 180 characters: some 100 MB where they are held. */
async function streamMuch(db: ShopDatabase, first: number): Promise<void> {
  const among = `between ${first} and ${first + 649}`;
  const sql = `select a.title, b.event_id from event a cross join event b where a.event_id ${among} and b.event_id ${among}`;
  const before = getHeapStatistics().used_heap_size;
  let [rows, most] = [0, 0];
  for await (const batch of db.executor.stream(sql, [], { batchSize: 500 })) {
    ok(batch.length <= 500, "a batch is larger than was asked for");
    rows += batch.length;
    most = Math.max(most, getHeapStatistics().used_heap_size);
  }
  equal(rows, 650 * 650);
  const grown = Math.round((most - before) / 2 ** 20);
  ok(grown < 80, `the heap grew by ${grown} MB`);
}
