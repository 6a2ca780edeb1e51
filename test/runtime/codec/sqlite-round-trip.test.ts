import Database from "better-sqlite3";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sqliteValues } from "./sqlite-values.js";
import type { TypeValues } from "./type-values.js";

const database = new Database(":memory:");

/** Writes every value into a column of the type, and reads them back as the driver gives them. */
function passThroughColumn(entry: TypeValues, values: readonly unknown[], wide: boolean): readonly unknown[] {
  database.exec(`create table passing (id integer primary key, value ${entry.type})`);
  try {
    const insert = database.prepare("insert into passing (value) values (?)");
    for (const value of values) insert.run(entry.codec.write(value));
    const select = database.prepare("select value from passing order by id").raw().safeIntegers(wide);
    return (select.all() as unknown[][]).map((row) => entry.codec.read(row[0]));
  } finally {
    database.exec("drop table passing");
  }
}

test.each(sqliteValues.map((entry) => [entry.type, entry.codec.name, entry] as const))(
  "values of %s pass unchanged through %s",
  (_type, _name, entry) => {
    expect(passThroughColumn(entry, entry.values, entry.codec.wide)).toStrictEqual(entry.values);
    expect(entry.values.filter((value) => !entry.codec.is(value))).toEqual([]);
  },
);

const narrow = sqliteValues.filter((entry) => !entry.codec.wide);

test.each(narrow.map((entry) => [entry.type, entry.codec.name, entry] as const))(
  "values of %s pass unchanged through %s beside a column that needs wide integers",
  (_type, _name, entry) => {
    expect(passThroughColumn(entry, entry.values, true)).toStrictEqual(entry.values);
  },
);

const arbitraries = sqliteValues.flatMap((entry) =>
  entry.arbitrary === undefined ? [] : [[entry, entry.arbitrary] as const],
);

test.each(arbitraries.map(([entry, arbitrary]) => [entry.type, entry.codec.name, entry, arbitrary] as const))(
  "any value of %s passes unchanged through %s",
  (_type, _name, entry, arbitrary) => {
    fc.assert(
      fc.property(fc.array(arbitrary, { minLength: 10, maxLength: 40 }), (values) => {
        const read = passThroughColumn(entry, values, entry.codec.wide);
        expect(read).toStrictEqual(values);
        expect(read.filter((value) => !entry.codec.is(value))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  },
);
