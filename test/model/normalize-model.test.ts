import fc from "fast-check";
import { expect, test } from "vitest";
import type { DatabaseModel } from "../../src/model/database-model.js";
import { printModel } from "../../src/model/model-json.js";
import { normalizeModel } from "../../src/model/normalize-model.js";
import type { TableModel, ViewModel } from "../../src/model/table-model.js";
import { arbitraryModel } from "./arbitrary-model.js";
import { makeColumn, makeForeignKey, makeIndex, makeKey, makeModel, makeTable } from "./sample-model.js";

test("the order in which things were made does not matter", () => {
  fc.assert(
    fc.property(arbitraryModel, (model) => {
      expect(printModel(normalizeModel(reverseModel(model)))).toBe(printModel(normalizeModel(model)));
    }),
  );
});

test("normalizing twice is normalizing once, and the given model stays as it was", () => {
  fc.assert(
    fc.property(arbitraryModel, (model) => {
      const before = printModel(model);
      const once = normalizeModel(model);
      expect(normalizeModel(once)).toEqual(once);
      expect(printModel(model)).toBe(before);
    }),
  );
});

test("names are ordered by code points, schemas first", () => {
  const names = ["b", "Z", "a", "é", "\u{1f98a}", "\uffee", "aa"];
  const tables = [...names.map((name) => makeTable(name)), makeTable("a", { schema: "other" })];
  const sorted = normalizeModel(makeModel({ tables })).tables;
  expect(sorted.map(({ schema, name }) => `${schema}.${name}`)).toEqual([
    "other.a",
    ...["Z", "a", "aa", "b", "é", "\uffee", "\u{1f98a}"].map((name) => `public.${name}`),
  ]);
});

test("what has an order of its own keeps it", () => {
  const table = makeTable("t", {
    columns: [makeColumn("z"), makeColumn("a")],
    primaryKey: makeKey(null, "z", "a"),
    foreignKeys: [makeForeignKey(["z", "a"], "t", ["z", "a"])],
    indexes: [makeIndex("i", { include: ["z", "a"] })],
    inherits: [
      { schema: "public", name: "z" },
      { schema: "public", name: "a" },
    ],
  });
  const model = makeModel({
    tables: [table],
    enums: [{ schema: "public", name: "e", values: ["z", "a"], comment: null }],
  });
  expect(normalizeModel(model)).toEqual(model);
});

function reverseModel(model: DatabaseModel): DatabaseModel {
  return {
    ...model,
    schemas: model.schemas.toReversed(),
    tables: model.tables.toReversed().map(reverseTable),
    views: model.views.toReversed().map(reverseParts),
    enums: model.enums.toReversed(),
    domains: model.domains.toReversed().map((domain) => ({ ...domain, checks: domain.checks.toReversed() })),
    composites: model.composites.toReversed(),
    ranges: model.ranges.toReversed(),
    sequences: model.sequences.toReversed(),
    routines: model.routines.toReversed(),
  };
}

function reverseTable(table: TableModel): TableModel {
  const { partitioning } = table;
  return {
    ...reverseParts(table),
    uniqueKeys: table.uniqueKeys.toReversed(),
    foreignKeys: table.foreignKeys.toReversed(),
    checks: table.checks.toReversed(),
    exclusions: table.exclusions.toReversed(),
    policies: table.policies.toReversed(),
    partitioning: partitioning && { ...partitioning, partitions: partitioning.partitions.toReversed() },
  };
}

function reverseParts<Relation extends TableModel | ViewModel>(relation: Relation): Relation {
  return { ...relation, indexes: relation.indexes.toReversed(), triggers: relation.triggers.toReversed() };
}
