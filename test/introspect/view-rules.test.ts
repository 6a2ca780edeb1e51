import { expect, it } from "vitest";
import { applyViewRules } from "../../src/introspect/view-rules.js";
import { readSqlite } from "./sqlite/read-sqlite.js";

const script = `create table t (a int, b text); create view v as select a, b from t; create view w as select a from t;`;

it("asserts keys and columns that are never null", async () => {
  const { model } = await readSqlite(script);
  const [v, w] = applyViewRules(model, [{ view: "main.v", key: ["a"], notNull: ["*"] }]).views;
  expect(v?.keys).toEqual([{ columns: ["a"], source: "asserted" }]);
  expect(v?.columns.map(({ nullable, nullability }) => [nullable, nullability])).toEqual([
    [false, "asserted"],
    [false, "asserted"],
  ]);
  expect(w).toEqual(model.views[1]);
});

it("takes back what is proved, and gives the same twice", async () => {
  const { model } = await readSqlite("create table t (a integer primary key); create view v as select a from t;");
  const rules = [{ view: "*", nullable: ["a"] }];
  const once = applyViewRules(model, rules);
  expect(once.views[0]?.columns[0]).toMatchObject({ nullable: true, nullability: "asserted" });
  expect(applyViewRules(once, rules)).toEqual(once);
});

it("refuses a rule that matches nothing, and a column that is not there", async () => {
  const { model } = await readSqlite(script);
  expect(() => applyViewRules(model, [{ view: "vv", key: ["a"] }])).toThrow(
    /^view rules: looking for the view "vv": nothing matches/,
  );
  expect(() => applyViewRules(model, [{ view: "v", key: ["aa"] }])).toThrow(
    /^view rules: looking for the column "main\.v\.aa": there is none/,
  );
});
