import { describe, expect, test } from "vitest";
import type { Codec } from "../../../src/runtime/codec.js";
import { toRawParameter } from "../../../src/runtime/codec/mysql/raw-parameter.js";
import * as codecs from "../../../src/runtime/codec/mysql/mysql-codecs.js";
import { CodecError } from "../../../src/runtime/errors/codec-error.js";

const choice = codecs.enumOf(["a", "b"]);
const some = codecs.setOf(["a", "b", "c"]);

describe("reading what both of the driver's protocols give", () => {
  const cases: readonly (readonly [Codec, unknown, unknown])[] = [
    [codecs.boolean, Buffer.of(1), true],
    [codecs.boolean, "1", true],
    [codecs.int32, "5", 5],
    [codecs.int64, 5, 5n],
    [codecs.int64, "18446744073709551615", 2n ** 64n - 1n],
    [codecs.int64String, 5, "5"],
    [codecs.decimal(2), 5, "5"],
    [codecs.decimalNumber, "0.1000000000", 0.1],
    [codecs.float32, 0.10000000149011612, 0.1],
    [codecs.float32, 0.1, 0.1],
    [codecs.float32, 16777216, 16777216],
    [codecs.time, "-838:59:59.000000", "-838:59:59"],
    [codecs.time, "01:02:03.500000", "01:02:03.5"],
    [codecs.timestamp, "2024-01-02 03:04:05.123999", new Date("2024-01-02T03:04:05.123Z")],
    [codecs.timestampString, "2024-01-02 03:04:05.100000", "2024-01-02T03:04:05.1"],
    [codecs.timestampString, "0000-00-00 00:00:00", "0000-00-00T00:00:00"],
    [codecs.timestamptzString, "2024-01-02 03:04:05", "2024-01-02T03:04:05Z"],
    [codecs.date, "0000-00-00", "0000-00-00"],
    [codecs.bits(12), Buffer.of(1, 5), "000100000101"],
    [codecs.numberEnumOf([1, 2]), "2", 2],
    [codecs.opaqueUnequal, [1, 2.5], "[1,2.5]"],
    [codecs.opaqueUnequal, "<a/>", "<a/>"],
    [some, "", []],
    [some, "a,c", ["a", "c"]],
  ];
  test.each(cases.map(([codec, given, value]) => [codec.name, given, value, codec] as const))(
    "%s reads %s",
    (_name, given, value, codec) => {
      expect(codec.read(given)).toStrictEqual(value);
    },
  );
});

describe("refusing to read what is not of the declared type", () => {
  const cases: readonly (readonly [Codec, readonly unknown[]])[] = [
    [codecs.boolean, [2, "true", Buffer.of(2)]],
    [codecs.int32, ["2147483648", 2 ** 31, 0.5]],
    [codecs.int64Number, ["9007199254740993"]],
    [codecs.safeInteger, ["1e3", ""]],
    [codecs.decimalNumber, ["12345678901234567.1"]],
    [codecs.timestamp, ["0000-00-00 00:00:00", "2024-00-01 00:00:00", "2024-02-30 00:00:00", "", true]],
    [codecs.dateObject, ["0000-00-00", "2024-05-00"]],
    [codecs.bits(12), [Buffer.of(1), "1x", 5]],
    [codecs.json, ["{", 5]],
    [codecs.bytes, ["text"]],
    [codecs.opaqueUnequal, [{ x: 1, y: 2 }, Buffer.of(1, 2, 3), [{ x: 1, y: 2 }]]],
    [choice, ["", "A"]],
    [some, ["d", "a,d"]],
  ];
  test.each(cases.flatMap(([codec, list]) => list.map((value) => [codec.name, value, codec] as const)))(
    "%s refuses %s",
    (_name, value, codec) => {
      expect(() => codec.read(value)).toThrow(CodecError);
    },
  );
});

describe("refusing to write what would not come back", () => {
  const cases: readonly (readonly [Codec, readonly unknown[]])[] = [
    [codecs.boolean, [1, "true"]],
    [codecs.int32, [0.5, 2 ** 31, "1", 1n]],
    [codecs.int64, [2n ** 64n, -(2n ** 63n) - 1n, 5]],
    [codecs.int64String, ["18446744073709551616", "05", "x"]],
    [codecs.year, [5, 99, 1900, 2156]],
    [codecs.decimal(2), ["0.001", "NaN", "1e5", 5]],
    [codecs.float32, [NaN, Infinity, 1e39]],
    [codecs.float64, [NaN, -Infinity]],
    [codecs.text, ["\ud800", 5]],
    [codecs.bits(4), ["01", "00112", 5]],
    [codecs.date, ["2024-02-30", "2024-13-01", "+010000-01-01"]],
    [codecs.time, ["839:00:00", "01:60:00", "01:00:00.1234567"]],
    [codecs.timestamp, [new Date(NaN), new Date(8.64e15), "2024-01-02"]],
    [codecs.timestampString, ["2024-01-02 03:04:05", "2024-01-02T03:04:05Z", "2024-01-02T03:04:05.10"]],
    [codecs.json, [{ big: 1n }, undefined]],
    [codecs.opaqueUnequal, ["POINT(1)", "POINT(1 x)", "CIRCLE(1 1)", "POINT(1 2) x", "[1,]x", "SRID=x;POINT(1 2)"]],
    [choice, ["c"]],
    [some, [["d"], "a", [undefined]]],
  ];
  test.each(cases.flatMap(([codec, list]) => list.map((value) => [codec.name, value, codec] as const)))(
    "%s refuses %s",
    (_name, value, codec) => {
      expect(() => codec.write(value)).toThrow(CodecError);
    },
  );
});

test("a set is written in the order of its declaration, each member once", () => {
  expect(some.write(["c", "a", "c"])).toBe("a,c");
});

test.each([
  ["a\0b", "a\0b"],
  [5, 5],
  [0.5, 0.5],
  [2n ** 64n - 1n, 2n ** 64n - 1n],
  [true, 1],
  [new Date("2024-01-02T03:04:05.600Z"), "2024-01-02 03:04:05.600"],
  [{ a: [1] }, '{"a":[1]}'],
  [["x"], '["x"]'],
  [new Uint8Array([0, 255]), Buffer.of(0, 255)],
  [null, null],
])("raw SQL binds %s", (parameter, value) => {
  expect(toRawParameter(parameter)).toStrictEqual(value);
});

test.each([[undefined], ["\ud800"], [NaN], [new Date(NaN)], [Symbol("x")]])("raw SQL refuses %s", (parameter) => {
  expect(() => toRawParameter(parameter)).toThrow(CodecError);
});
