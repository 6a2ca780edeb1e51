import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { toRawParameter } from "../../../src/runtime/codec/sqlite/raw-parameter.js";
import { CodecError } from "../../../src/runtime/errors/codec-error.js";

const database = new Database(":memory:");

test.each([
  ["a\0b", "a\0b", "text"],
  [5, 5n, "integer"],
  [0.5, 0.5, "real"],
  [-0, -0, "real"],
  [1e300, 1e300, "real"],
  [2n ** 63n - 1n, 2n ** 63n - 1n, "integer"],
  [true, 1n, "integer"],
  [false, 0n, "integer"],
  [new Date("2024-01-02T03:04:05.600Z"), "2024-01-02 03:04:05.600", "text"],
  [{ a: [1] }, '{"a":[1]}', "text"],
  [["x"], '["x"]', "text"],
  [null, null, "null"],
])("binds %s", (parameter, value, type) => {
  const select = database.prepare("select p, typeof(p) from (select ? as p)").raw().safeIntegers(true);
  expect(select.get(toRawParameter(parameter))).toStrictEqual([value, type]);
});

test("binds bytes", () => {
  const [hex] = database
    .prepare("select hex(?)")
    .raw()
    .get(toRawParameter(new Uint8Array([0, 255]))) as [string];
  expect(hex).toBe("00FF");
});

test.each([[undefined], ["\ud800"], [NaN], [new Date(NaN)], [new Map()], [Symbol("x")], [() => 1]])(
  "refuses %s",
  (parameter) => {
    expect(() => toRawParameter(parameter)).toThrow(CodecError);
  },
);
