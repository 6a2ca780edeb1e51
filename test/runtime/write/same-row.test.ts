import { expect, test } from "vitest";
import { isSameRow } from "../../../src/runtime/write/same-row.js";

test.each([
  [[1, "a"], ["a"]],
  [[1, 5], ["5"]],
  [[1, 5n], [5]],
  [[1, 0.5], ["0.5"]],
  [[1, null], [null]],
  [[1, new Uint8Array(1)], [new Uint8Array(2)]],
  [[1, 0], [-0]],
])("a row %o is that of the values %o", (row, values) => {
  expect(isSameRow(row, [1], values, 0)).toBe(true);
});

test.each([
  [[1, "a"], ["b"]],
  [[1, 5], ["6"]],
  [[1, null], ["a"]],
  [[1, null], [0]],
  [[1, "a"], [null]],
  [[1, 0], [null]],
  [[1, new Uint8Array(1)], [null]],
])("a row %o is not that of the values %o", (row, values) => {
  expect(isSameRow(row, [1], values, 0)).toBe(false);
});

test("looks at the values of its own row, at the columns that were given", () => {
  expect(isSameRow(["x", 2, 9, 3], [1, 3], [0, 1, 2, 3], 2)).toBe(true);
  expect(isSameRow(["x", 2, 9, 3], [1, 3], [0, 1, 2, 3], 0)).toBe(false);
});
