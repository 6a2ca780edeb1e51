import { describe, expect, test } from "vitest";
import type { ColumnType } from "../../src/model/column-type.js";
import type { DatabaseModel } from "../../src/model/database-model.js";
import { validateModel } from "../../src/model/validate-model.js";
import { makeColumn, makeForeignKey, makeIndex, makeKey, makeModel, makeTable, makeView } from "./sample-model.js";

const id = makeColumn("id");
const part = { direction: "asc", nulls: "last", operatorClass: null, collation: null, prefixLength: null } as const;

function withType(type: ColumnType): DatabaseModel {
  return makeModel({ tables: [makeTable("t", { columns: [makeColumn("id", { type })] })] });
}

describe("a sound model", () => {
  test.each<[string, DatabaseModel]>([
    ["is empty", makeModel()],
    [
      "has keys over its columns",
      makeModel({ tables: [makeTable("t", { columns: [id], primaryKey: makeKey(null, "id") })] }),
    ],
    [
      "points out of itself",
      makeModel({ tables: [makeTable("t", { columns: [id], foreignKeys: [makeForeignKey(["id"], "gone", ["x"])] })] }),
    ],
    [
      "has a foreign key that does not pair",
      makeModel({ tables: [makeTable("t", { columns: [id], foreignKeys: [makeForeignKey(["id"], "t", [])] })] }),
    ],
    ["names a type of a schema outside", withType({ kind: "enum", schema: "outside", name: "e" })],
    ["names the row type of a table", withType({ kind: "composite", schema: "public", name: "t" })],
  ])("%s", (_, model) => {
    expect(validateModel(model)).toEqual([]);
  });
});

describe("a problem is", () => {
  test.each<[string, DatabaseModel, string]>([
    ["a table and a view of one name", makeModel({ tables: [makeTable("t")], views: [makeView("t")] }), "public.t"],
    ["two columns of one name", makeModel({ tables: [makeTable("t", { columns: [id, id] })] }), "public.t.id"],
    ["a key over no column", makeModel({ tables: [makeTable("t", { primaryKey: makeKey(null, "x") })] }), "public.t.x"],
    [
      "a foreign key over no column",
      makeModel({ tables: [makeTable("t", { foreignKeys: [makeForeignKey(["x"], "t", ["y"])] })] }),
      "public.t.x",
    ],
    [
      "an index over no column",
      makeModel({ views: [makeView("v", { indexes: [makeIndex("i", { include: ["x"] })] })] }),
      "public.v.x",
    ],
    [
      "an index part that is nothing",
      makeModel({
        tables: [
          makeTable("t", { indexes: [makeIndex("i", { parts: [{ ...part, column: null, expression: null }] })] }),
        ],
      }),
      "public.t.i",
    ],
    [
      "a column that is not null for no reason",
      makeModel({ views: [makeView("v", { columns: [makeColumn("c", { nullability: "unknown" })] })] }),
      "public.v.c",
    ],
    [
      "an enum that is not there",
      withType({ kind: "array", element: { kind: "enum", schema: "public", name: "e" } }),
      "public.t.id",
    ],
    [
      "a sequence that is not there",
      makeModel({
        tables: [
          makeTable("t", {
            columns: [makeColumn("id", { default: { kind: "sequence", schema: "public", name: "s" } })],
          }),
        ],
      }),
      "public.t.id",
    ],
  ])("%s", (_, model, subject) => {
    const problems = validateModel(model);
    expect(problems.map((problem) => problem.subject)).toEqual([subject]);
  });
});
