import { expect, test } from "vitest";
import { findColumn, findTable, findView, nameKey, referencedTable } from "../../src/model/lookup.js";
import { makeColumn, makeForeignKey, makeModel, makeTable, makeView } from "./sample-model.js";

const artist = makeTable("artist", { columns: [makeColumn("id")] });
const model = makeModel({ tables: [artist, makeTable("artist", { schema: "other" })], views: [makeView("v")] });

test("a table is found by schema and name", () => {
  expect(findTable(model, { schema: "public", name: "artist" })).toBe(artist);
  expect(findTable(model, { schema: "public", name: "v" })).toBeUndefined();
  expect(findView(model, { schema: "public", name: "v" })?.name).toBe("v");
  expect(findColumn(artist, "id")?.name).toBe("id");
});

test("names with dots are not mixed up", () => {
  expect(nameKey({ schema: "a.b", name: "c" })).not.toBe(nameKey({ schema: "a", name: "b.c" }));
});

test("a foreign key leads to its table where its columns pair", () => {
  expect(referencedTable(model, makeForeignKey(["artist_id"], "artist", ["id"]))).toBe(artist);
  expect(referencedTable(model, makeForeignKey(["artist_id"], "artist", []))).toBeUndefined();
  expect(referencedTable(model, makeForeignKey(["artist_id"], "artist", ["name"]))).toBeUndefined();
  expect(referencedTable(model, makeForeignKey(["artist_id"], "label", ["id"]))).toBeUndefined();
});
