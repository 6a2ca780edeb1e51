import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openMariadb } from "../../../src/runtime/driver/open-mariadb.js";
import type { Executor } from "../../../src/runtime/executor.js";
import { createMariadbDatabase, type MariadbDatabase } from "../../support/mariadb-database.js";
import { mysqlValues } from "./mysql-values.js";
import type { TypeValues } from "./type-values.js";

let database: MariadbDatabase;
let executor: Executor;
beforeAll(async () => {
  database = await createMariadbDatabase({ script: "alter database default character set utf8mb4" });
  executor = await openMariadb({ uri: database.url });
});
afterAll(async () => {
  await executor.close();
  await database.drop();
});

/** Writes every value into a column of the type, and reads them back as the driver gives them. */
async function passThrough(entry: TypeValues, table: string, values: readonly unknown[]): Promise<readonly unknown[]> {
  await executor.prepare(`delete from ${table}`).run([]);
  const rows = values.map(() => "(?, ?)").join(", ");
  const params = values.flatMap((value, index) => [index, entry.codec.write(value)]);
  await executor.prepare(`insert into ${table} (id, value) values ${rows}`, { keep: false }).run(params);
  const read = await executor.prepare(`select value from ${table} order by id`, { wide: entry.codec.wide }).all([]);
  return read.map((row) => entry.codec.read(row[0]));
}

test.each(mysqlValues.map((entry, index) => [entry.type, entry.codec.name, entry, index] as const))(
  "values of %s pass unchanged through %s",
  async (_type, _name, entry, index) => {
    const table = `passing_${index}`;
    await database.run(`create table ${table} (id int primary key, value ${entry.type})`);
    expect(await passThrough(entry, table, entry.values)).toStrictEqual(entry.values);
    expect(entry.values.filter((value) => !entry.codec.is(value))).toEqual([]);
    if (entry.arbitrary === undefined) return;
    await fc.assert(
      fc.asyncProperty(fc.array(entry.arbitrary, { minLength: 20, maxLength: 40 }), async (values) => {
        const read = await passThrough(entry, table, values);
        expect(read).toStrictEqual(values);
        expect(read.filter((value) => !entry.codec.is(value))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  },
);
