import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ColumnModel, TableModel, ViewModel } from "../../src/model/table-model.js";
import { diffModels } from "../../src/model/diff-models.js";
import { printModel } from "../../src/model/model-json.js";
import { normalizeModel } from "../../src/model/normalize-model.js";
import { arbitraryModel } from "./arbitrary-model.js";
import { makeColumn, makeForeignKey, makeIndex, makeKey, makeModel, makeTable, makeView } from "./sample-model.js";

test("two models differ exactly when there is a change", () => {
  fc.assert(
    fc.property(arbitraryModel, arbitraryModel, (before, after) => {
      const same = printModel(normalizeModel(before)) === printModel(normalizeModel(after));
      expect(diffModels(before, after).length === 0).toBe(same);
      expect(diffModels(before, structuredClone(before))).toEqual([]);
    }),
  );
});

test("no single field can change unnoticed", () => {
  fc.assert(
    fc.property(arbitraryModel, arbitraryModel, fc.nat(), (model, other, choice) => {
      const names = [
        "tables",
        "views",
        "enums",
        "domains",
        "composites",
        "ranges",
        "sequences",
        "routines",
        "schemas",
        "extra",
      ] as const;
      const name = names[choice % names.length] ?? "tables";
      const changed = { ...model, [name]: other[name] };
      const same = printModel(normalizeModel(model)) === printModel(normalizeModel(changed));
      expect(diffModels(model, changed).length === 0).toBe(same);
    }),
  );
});

test("a change says what, where and from what to what", () => {
  const before = withColumn(makeColumn("c", { comment: "old" }));
  const after = withColumn(makeColumn("c", { comment: "new" }));
  expect(diffModels(before, after)).toEqual([
    {
      kind: "changed",
      object: "column",
      subject: "public.t.c",
      breaking: false,
      text: 'comment changed from "old" to "new"',
    },
  ]);
});

const text = (length: number | null): Partial<ColumnModel> => ({ type: { kind: "text", length, fixed: false } });

describe("a column", () => {
  test.each<[string, Partial<ColumnModel>, Partial<ColumnModel>, boolean]>([
    ["that may be null now", {}, { nullable: true }, true],
    ["that may no longer be null", { nullable: true }, {}, true],
    ["of another type", {}, text(10), true],
    ["of a longer text", text(10), text(20), false],
    ["of an endless text", text(10), text(null), false],
    ["of a shorter text", text(20), text(10), true],
    [
      "of a wider integer that is still a number",
      { type: { kind: "integer", bits: 16, unsigned: false, exact: true } },
      {},
      false,
    ],
    ["of 64 bits", {}, { type: { kind: "integer", bits: 64, unsigned: false, exact: true } }, true],
    ["with a new default", {}, { default: { kind: "literal", value: "1" } }, false],
    ["without its default", { default: { kind: "literal", value: "1" } }, {}, true],
    [
      "that may be null, without its default",
      { nullable: true, default: { kind: "literal", value: "1" } },
      { nullable: true },
      false,
    ],
    ["that is computed now", {}, { generated: { kind: "stored", expression: "1" } }, true],
    ["that numbers itself now", {}, { identity: { mode: "byDefault", sequence: null } }, false],
    ["that refuses written numbers now", {}, { identity: { mode: "always", sequence: null } }, true],
    ["that no longer numbers itself", { identity: { mode: "byDefault", sequence: null } }, {}, true],
  ])("%s", (_, before, after, breaking) => {
    const changes = diffModels(withColumn(makeColumn("c", before)), withColumn(makeColumn("c", after)));
    expect(changes.map((change) => [change.object, change.breaking])).toEqual([["column", breaking]]);
  });
});

describe("a table", () => {
  const c = makeColumn("c");
  const check = { name: "k", expression: "c > 0", oneOf: null, validated: true, enforced: true, comment: null };
  const oneOf = (...values: readonly string[]) => ({ ...check, oneOf: { column: "c", values, numeric: true } });
  test.each<[string, Partial<TableModel>, Partial<TableModel>, string, boolean]>([
    ["with a column that must be given", {}, { columns: [c, makeColumn("d")] }, "added column public.t.d", true],
    [
      "with a column that may be left out",
      {},
      { columns: [c, makeColumn("d", { nullable: true })] },
      "added column public.t.d",
      false,
    ],
    ["without its column", {}, { columns: [] }, "removed column public.t.c", true],
    ["with a key", {}, { primaryKey: makeKey("pk", "c") }, "added primary key public.t", false],
    ["without its key", { primaryKey: makeKey("pk", "c") }, {}, "removed primary key public.t", true],
    [
      "with a key of another name",
      { uniqueKeys: [makeKey("a", "c")] },
      { uniqueKeys: [makeKey("b", "c")] },
      "changed unique key public.t(c)",
      true,
    ],
    [
      "with a foreign key",
      {},
      { foreignKeys: [makeForeignKey(["c"], "t", ["c"])] },
      "added foreign key public.t(c) → public.t",
      false,
    ],
    [
      "without its foreign key",
      { foreignKeys: [makeForeignKey(["c"], "t", ["c"])] },
      {},
      "removed foreign key public.t(c) → public.t",
      true,
    ],
    ["with a check", {}, { checks: [check] }, "added check public.t: k", false],
    [
      "with one value more",
      { checks: [oneOf("1")] },
      { checks: [oneOf("1", "2")] },
      "changed check public.t: k",
      false,
    ],
    [
      "with one value fewer",
      { checks: [oneOf("1", "2")] },
      { checks: [oneOf("1")] },
      "changed check public.t: k",
      true,
    ],
    ["with an index", {}, { indexes: [makeIndex("i")] }, "added index public.t.i", false],
    ["without its unique index", { indexes: [makeIndex("i", { unique: true })] }, {}, "removed index public.t.i", true],
    ["with a comment", {}, { comment: "x" }, "changed table public.t", false],
  ])("%s", (_, before, after, summary, breaking) => {
    const changes = diffModels(withTable({ columns: [c], ...before }), withTable({ columns: [c], ...after }));
    expect(changes.map((change) => [`${change.kind} ${change.object} ${change.subject}`, change.breaking])).toEqual([
      [summary, breaking],
    ]);
  });

  test("is told from one that comes and one that goes", () => {
    const before = makeModel({ tables: [makeTable("a"), makeTable("b")] });
    const after = makeModel({ tables: [makeTable("b"), makeTable("c")] });
    expect(diffModels(before, after).map(({ kind, subject, breaking }) => [kind, subject, breaking])).toEqual([
      ["removed", "public.a", true],
      ["added", "public.c", false],
    ]);
  });

  test("with its columns in another order", () => {
    const d = makeColumn("d");
    const changes = diffModels(withTable({ columns: [c, d] }), withTable({ columns: [d, c] }));
    expect(changes).toEqual([
      { kind: "changed", object: "columns", subject: "public.t", breaking: false, text: "order changed" },
    ]);
  });
});

test("a view's column that is known not to be null any more breaks nothing", () => {
  const view = (column: ColumnModel): ViewModel => makeView("v", { columns: [column] });
  const before = makeModel({ views: [view(makeColumn("c", { nullable: true, nullability: "unknown" }))] });
  const after = makeModel({ views: [view(makeColumn("c", { nullability: "proved" }))] });
  expect(diffModels(before, after).map((change) => change.breaking)).toEqual([false, false]);
  expect(diffModels(after, before).map((change) => change.breaking)).toEqual([true, false]);
});

test("an enum may gain values and not lose them", () => {
  const model = (...values: readonly string[]) =>
    makeModel({ enums: [{ schema: "public", name: "e", values, comment: null }] });
  expect(diffModels(model("a"), model("b", "a")).map((change) => change.breaking)).toEqual([false]);
  expect(diffModels(model("a", "b"), model("a")).map((change) => change.breaking)).toEqual([true]);
});

function withTable(parts: Partial<TableModel>) {
  return makeModel({ tables: [makeTable("t", parts)] });
}

function withColumn(column: ColumnModel) {
  return withTable({ columns: [column] });
}
