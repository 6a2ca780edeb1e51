import fc from "fast-check";
import { format } from "prettier";
import { describe, expect, test } from "vitest";
import { Failure } from "../../src/diagnostics.js";
import { parseModel, printModel } from "../../src/model/model-json.js";
import { findMismatch } from "../../src/model/shape/find-mismatch.js";
import { modelShape } from "../../src/model/shape/model-shape.js";
import { arbitraryModel } from "./arbitrary-model.js";
import { makeColumn, makeKey, makeModel, makeTable } from "./sample-model.js";

describe("printModel", () => {
  test("loses nothing of any model", () => {
    fc.assert(
      fc.property(arbitraryModel, (model) => {
        expect(JSON.parse(printModel(model))).toEqual(model);
        expect(findMismatch(modelShape, model)).toBeNull();
      }),
    );
  });

  test("gives the same bytes whatever the order of keys", () => {
    fc.assert(
      fc.property(arbitraryModel, (model) => {
        const reversed = reverseKeys(model) as typeof model;
        expect(printModel(reversed)).toBe(printModel(model));
      }),
    );
  });

  test("is left as it is by Prettier's defaults", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryModel, async (model) => {
        const text = printModel(model);
        expect(await format(text, { parser: "json" })).toBe(text);
      }),
    );
  });

  test("puts the name first and what fits on one line", () => {
    const model = makeModel({
      tables: [makeTable("t", { columns: [makeColumn("id")], primaryKey: makeKey("t_pkey", "id") })],
    });
    expect(printModel(model)).toContain(`
      "columns": [
        {
          "name": "id",
          "type": {
            "kind": "integer",
            "bits": 32,
            "unsigned": false,
            "exact": true
          },
          "databaseType": "integer",
          "nullable": false,
          "nullability": "declared",
          "default": { "kind": "none" },
`);
  });
});

describe("parseModel", () => {
  test("reads what printModel wrote", () => {
    const model = makeModel({
      tables: [makeTable("t", { columns: [makeColumn("id")], primaryKey: makeKey(null, "id") })],
    });
    expect(parseModel(printModel(model))).toEqual(model);
    expect(parseModel(`\u{feff}${printModel(model)}`)).toEqual(model);
  });

  const text = printModel(makeModel({ tables: [makeTable("t", { columns: [makeColumn("id")] })] }));
  test.each([
    ["text that is not JSON", "{", /model: reading a snapshot: .*JSON/],
    ["another JSON file", '{"name":"x"}', /it has no modelVersion/],
    [
      "a later version",
      text.replace('"modelVersion": 1', '"modelVersion": 2'),
      /it is of version 2, and this program reads version 1/,
    ],
    ["a missing key", text.replace('"engine": "postgresql",', ""), /at "engine": expected to be there/],
    [
      "an unknown key",
      text.replace('"hidden"', '"hiden": 1, "hidden"'),
      /at "tables\[0\]\.columns\[0\]\.hiden": expected not to be there/,
    ],
    [
      "a wrong value",
      text.replace('"hidden": false', '"hidden": 0'),
      /at "tables\[0\]\.columns\[0\]\.hidden": expected true or false/,
    ],
    [
      "an unknown type",
      text.replace('"integer"', '"int"'),
      /at "tables\[0\]\.columns\[0\]\.type\.kind": expected "boolean" or "integer" or/,
    ],
    [
      "a null too many",
      text.replace('"databaseType": "integer"', '"databaseType": null'),
      /databaseType": expected a text$/,
    ],
    [
      "an unsound model",
      text.replace(
        '"primaryKey": null',
        '"primaryKey": { "name": null, "columns": ["x"], "nullsNotDistinct": false, "deferrable": "no", "comment": null }',
      ),
      /at "public\.t\.x": /,
    ],
  ])("refuses %s", (_, broken, message) => {
    expect(() => parseModel(broken)).toThrow(Failure);
    expect(() => parseModel(broken)).toThrow(message);
  });
});

function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reverseKeys(member)]),
  );
}
