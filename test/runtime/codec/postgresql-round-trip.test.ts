import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPostgresDatabase, hasPostgresServer, type PostgresDatabase } from "../../support/postgres-database.js";
import { postgresqlValues, script } from "./postgresql-values.js";
import type { TypeValues } from "./type-values.js";

interface Passage {
  readonly client: pg.Client;
  readonly entry: TypeValues;
}

/** Writes every value into a column of the type, and reads them back as the server's texts. */
async function passThroughColumn({ client, entry }: Passage, values: readonly unknown[]): Promise<readonly unknown[]> {
  const { type, codec } = entry;
  await client.query(`create temporary table passing (id serial, value ${type})`);
  try {
    const places = values.map((_, index) => `($${index + 1})`).join(", ");
    const texts = values.map((value) => codec.write(value));
    await client.query(`insert into passing (value) values ${places}`, texts);
    const result = await client.query<unknown[]>({
      text: "select value from passing order by id",
      rowMode: "array",
      types: { getTypeParser: () => (raw: unknown) => raw },
    });
    return result.rows.map((row) => codec.read(row[0]));
  } finally {
    await client.query("drop table passing");
  }
}

function toCase(entry: TypeValues): [type: string, codec: string, entry: TypeValues] {
  return [entry.type, entry.codec.name, entry];
}

describe.each(["18", "12"] as const)("PostgreSQL %s", (version) => {
  const skipped = !hasPostgresServer(version);
  const entries = postgresqlValues.filter(({ since = 0 }) => since <= Number(version));
  let database: PostgresDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    if (skipped) return;
    database = await createPostgresDatabase({ version, script: `create extension if not exists citext; ${script}` });
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query("set IntervalStyle = iso_8601; set lc_monetary = 'C'");
  });

  afterAll(async () => {
    if (skipped) return;
    await client.end();
    await database.drop();
  });

  describe.skipIf(skipped).each(["UTC", "Asia/Kolkata", "America/St_Johns"])("in the time zone %s", (zone) => {
    beforeAll(async () => void (await client.query(`set TimeZone = '${zone}'`)));

    test.each(entries.map(toCase))("values of %s pass unchanged through %s", async (_type, _codec, entry) => {
      expect(await passThroughColumn({ client, entry }, entry.values)).toStrictEqual(entry.values);
      expect(entry.values.filter((value) => !entry.codec.is(value))).toEqual([]);
    });
  });

  const random = entries.filter(({ arbitrary }) => arbitrary !== undefined);

  test.skipIf(skipped).each(random.map(toCase))(
    "any value of %s passes unchanged through %s",
    async (_type, _codec, entry) => {
      const { arbitrary = fc.constant(null) } = entry;
      await fc.assert(
        fc.asyncProperty(fc.array(arbitrary, { minLength: 10, maxLength: 40 }), async (values) => {
          const read = await passThroughColumn({ client, entry }, values);
          expect(read).toStrictEqual(values);
          expect(read.filter((value) => !entry.codec.is(value))).toEqual([]);
        }),
        { numRuns: 10 },
      );
    },
  );
});
