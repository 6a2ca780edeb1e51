import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPostgresDatabase, type PostgresDatabase } from "../../support/postgres-database.js";
import { postgresqlValues, script } from "./postgresql-values.js";
import type { TypeValues } from "./type-values.js";

let database: PostgresDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createPostgresDatabase({ script: `create extension if not exists citext; ${script}` });
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query("set IntervalStyle = iso_8601; set lc_monetary = 'C'");
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

/** Writes every value into a column of the type, and reads them back as the server's texts. */
async function passThroughColumn({ type, codec }: TypeValues, values: readonly unknown[]): Promise<readonly unknown[]> {
  await client.query(`create temporary table passing (id serial, value ${type})`);
  try {
    for (const value of values)
      await client.query("insert into passing (value) values ($1)", [codec.write(value as never)]);
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

describe.each(["UTC", "Asia/Kolkata", "America/St_Johns"])("in the session time zone %s", (zone) => {
  beforeAll(() => client.query(`set TimeZone = '${zone}'`));

  test.each(postgresqlValues.map((entry) => [entry.type, entry.codec.name, entry] as const))(
    "values of %s pass unchanged through %s",
    async (_type, _name, entry) => {
      expect(await passThroughColumn(entry, entry.values)).toStrictEqual(entry.values);
      expect(entry.values.filter((value) => !entry.codec.is(value))).toEqual([]);
    },
  );
});

const arbitraries = postgresqlValues.flatMap((entry) =>
  entry.arbitrary === undefined ? [] : [[entry, entry.arbitrary] as const],
);

test.each(arbitraries.map(([entry, arbitrary]) => [entry.type, entry.codec.name, entry, arbitrary] as const))(
  "any value of %s passes unchanged through %s",
  async (_type, _name, entry, arbitrary) => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitrary, { minLength: 10, maxLength: 40 }), async (values) => {
        const read = await passThroughColumn(entry, values);
        expect(read).toStrictEqual(values);
        expect(read.filter((value) => !entry.codec.is(value))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  },
);
