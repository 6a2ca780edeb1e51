import { expect, it } from "vitest";
import { toSmallestKeys } from "../../src/introspect/smallest-keys.js";
import { readSqlite } from "./sqlite/read-sqlite.js";

it("leaves out a key that holds another", () => {
  const keys = toSmallestKeys([["b", "a"], ["a"], ["c", "d"], ["d", "c"], ["c", "e"], ["a"]]);
  expect(keys).toEqual([
    { columns: ["a"], source: "proved" },
    { columns: ["c", "d"], source: "proved" },
    { columns: ["c", "e"], source: "proved" },
  ]);
});

it("gives a view of SQLite no such key", async () => {
  const { model } = await readSqlite(
    "create table t (a integer primary key, b text not null, unique (a, b), unique (b)); create view v as select a, b from t;",
  );
  expect(model.views[0]?.keys?.map(({ columns }) => columns)).toEqual([["a"], ["b"]]);
});
