import { describe, expect, test } from "vitest";
import type { Codec } from "../../../src/runtime/codec.js";
import * as codecs from "../../../src/runtime/codec/postgresql/postgresql-codecs.js";
import { CodecError } from "../../../src/runtime/errors/codec-error.js";

const mood = codecs.enumOf(["sad", "ok"]);
const pair = codecs.compositeOf<{ a: number | null; b: string | null }>({ a: codecs.int32, b: codecs.text });
const matrix = codecs.arrayOf(codecs.arrayOf(codecs.int32));

describe("reading texts that the server prints", () => {
  const cases: readonly (readonly [Codec, string, unknown])[] = [
    [codecs.arrayOf(codecs.int32), "[2:4]={1,2,3}", [1, 2, 3]],
    [
      matrix,
      "[0:1][2:3]={{1,2},{3,4}}",
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [matrix, "{}", []],
    [codecs.arrayOf(codecs.text), '{a,"NULL","","\\"","\\\\","{,}"}', ["a", "NULL", "", '"', "\\", "{,}"]],
    [codecs.arrayOfNullable(codecs.text), "{NULL,a}", [null, "a"]],
    [pair, '(,"")', { a: null, b: "" }],
    [pair, '(1,"a""b\\\\,()")', { a: 1, b: 'a"b\\,()' }],
    [codecs.timestamptz, "2024-01-02 03:04:05+05:30", new Date("2024-01-01T21:34:05Z")],
    [codecs.timestamptz, "2024-01-02 03:04:05.1-03:30", new Date("2024-01-02T06:34:05.100Z")],
    [codecs.timestamptz, "1880-01-02 03:04:05.25+00:53:28", new Date("1880-01-02T02:10:37.250Z")],
    [codecs.timestamptz, "0044-03-15 00:00:00+00 BC", new Date("-000043-03-15T00:00:00Z")],
    [codecs.timestamptz, "1970-01-01 00:00:00.999999+00", new Date(999)],
    [codecs.timestamptz, "1969-12-31 23:59:59.9999+00", new Date(-1)],
    [codecs.timestamp, "10000-01-01 00:00:00.12", new Date("+010000-01-01T00:00:00.120Z")],
    [codecs.timestamptzString, "2024-01-02 03:04:05.000001+05:30", "2024-01-01T21:34:05.000001Z"],
    [codecs.timestampString, "0001-12-31 23:59:59.5 BC", "0000-12-31T23:59:59.5"],
    [codecs.date, "0001-01-01 BC", "0000-01-01"],
    [codecs.dateObject, "0044-03-15 BC", new Date("-000043-03-15T00:00:00Z")],
    [codecs.decimalNumber, "0.30000000000000004", 0.30000000000000004],
    [codecs.decimalNumber, "1000.0000000000000000000", 1000],
    [codecs.boolean, "1", true],
    [
      codecs.multirangeOf(codecs.text),
      '{["a","b"),("]","},{"]}',
      [
        { lower: "a", upper: "b", lowerInclusive: true, upperInclusive: false, empty: false },
        { lower: "]", upper: "},{", lowerInclusive: false, upperInclusive: true, empty: false },
      ],
    ],
  ];
  test.each(cases.map(([codec, text, value]) => [codec.name, text, value, codec] as const))(
    "%s reads %s",
    (_name, text, value, codec) => {
      expect(codec.read(text)).toEqual(value);
    },
  );
});

describe("refusing to read what would be read wrong", () => {
  const cases: readonly (readonly [Codec, string])[] = [
    [codecs.boolean, "x"],
    [codecs.int64Number, "9007199254740992"],
    [codecs.safeInteger, "9223372036854775807"],
    [codecs.decimalNumber, "12345678901234567.89"],
    [codecs.decimalNumber, "0.1000000000000000055511151231257827"],
    [codecs.timestamptz, "Tue Jan 02 03:04:05 2024 UTC"],
    [codecs.timestamptz, "275760-09-13 00:00:00+00"],
    [codecs.timestamptz, "294276-12-31 00:00:00+00"],
    [codecs.timestamp, "01/02/2024 03:04:05"],
    [codecs.timestamp, ""],
    [codecs.date, "01/02/2024"],
    [codecs.dateObject, "5874897-12-31"],
    [codecs.bytes, "abc"],
    [codecs.interval, "1 year 2 mons"],
    [mood, "happy"],
    [codecs.numberEnumOf([1, 2]), "3"],
    [codecs.arrayOf(codecs.int32), "{1,NULL}"],
    [codecs.arrayOf(codecs.int32), "{{1},{2}}"],
    [codecs.arrayOf(codecs.int32), "{1"],
    [codecs.arrayOf(codecs.text), '{"a'],
    [matrix, "{1,2}"],
    [matrix, "{{{1}}}"],
    [pair, "(1)"],
    [pair, "(1,2,3)"],
    [pair, "1,2"],
    [codecs.rangeOf(codecs.int32), "1,2"],
    [codecs.multirangeOf(codecs.int32), "[1,2)"],
    [codecs.multirangeOf(codecs.int32), "{[1,2)x}"],
  ];
  test.each(cases.map(([codec, text]) => [codec.name, text, codec] as const))("%s refuses %s", (_name, text, codec) => {
    expect(() => codec.read(text)).toThrow(CodecError);
  });
});

describe("refusing to write what would be lost", () => {
  const cases: readonly (readonly [Codec, readonly unknown[]])[] = [
    [codecs.boolean, [0, "t", null]],
    [codecs.int32, [1.5, 2 ** 31, -(2 ** 31) - 1, NaN, "1", 1n, null, undefined]],
    [codecs.int64, [2n ** 63n, -(2n ** 63n) - 1n, 1, "1"]],
    [codecs.int64Number, [2 ** 53, 0.5, 1n]],
    [codecs.int64String, ["9223372036854775808", "01", "1.0", "", 1]],
    [codecs.safeInteger, [2 ** 53]],
    [codecs.decimal(2), ["1.005", "abc", "", "1e5", ".5", "5.", 1, ["1"]]],
    [codecs.decimal(null), ["1,5", "0x10", "nan", " 1"]],
    [codecs.decimalNumber, ["1"]],
    [codecs.money, ["", "free", 5]],
    [codecs.float32, ["1", 1n]],
    [codecs.float64, ["1", null]],
    [codecs.text, ["a\0", "\ud800", 5, ["a"]]],
    [codecs.opaque, ["\0"]],
    [codecs.opaqueUnequal, ["\udc00x"]],
    [codecs.unknown, [5, {}]],
    [codecs.uuid, ["abc", "00000000-0000-0000-0000-00000000000g", ["00000000-0000-0000-0000-000000000000"]]],
    [codecs.bytes, ["abc", [1], new ArrayBuffer(1)]],
    [codecs.date, ["2023-02-29", "2024-13-01", "2024-1-1", "02024-01-01", "today", "-000000-01-01", new Date()]],
    [codecs.dateObject, [new Date(1), new Date(NaN), "2024-01-01"]],
    [codecs.time, ["25:00:00", "24:00:01", "12:60:00", "12:00:00.1234567", "12"]],
    [codecs.timetz, ["12:00:00", "12:00:00+16"]],
    [codecs.timestamp, [new Date(NaN), 0, "2024-01-01T00:00:00Z"]],
    [codecs.timestamptz, [new Date(NaN), 0]],
    [codecs.timestampString, ["2024-01-02T03:04:05Z", "2024-02-30T00:00:00", "2024-01-02T03:04:05.1234567"]],
    [codecs.timestamptzString, ["2024-01-02T03:04:05", "2024-01-02T03:04:60Z"]],
    [codecs.interval, ["1 day", "P", "PT", "", "P1.5D", "PT0.1234567S"]],
    [codecs.json, [undefined, NaN, Infinity, 1n, [undefined], { a: [NaN] }, new Map(), () => 1, Symbol("x")]],
    [mood, ["happy", "", null]],
    [codecs.numberEnumOf([1]), [2, "1"]],
    [codecs.arrayOf(codecs.int32), [[null], [1.5], 5, [[1]], new Array(2)]],
    [matrix, [[[]], [[1], []], [[1], [1, 2]], [1]]],
    [pair, [{ a: "1", b: null }, { a: 1, b: "x", c: 1 }, null, "x"]],
    [
      codecs.rangeOf(codecs.int32),
      [{}, { lower: 1, upper: 2 }, { ...range(1, 2), lower: 0.5 }, { ...range(1, 2), empty: true }],
    ],
    [codecs.multirangeOf(codecs.int32), [range(1, 2), [{}]]],
  ];
  test.each(cases.map(([codec, values]) => [codec.name, codec, values] as const))("%s", (_name, codec, values) => {
    for (const value of values) expect(() => codec.write(value)).toThrow(CodecError);
    expect(values.filter((value) => codec.is(value))).toEqual([]);
  });

  test("the message tells the kind of value, never the value", () => {
    expect(() => codecs.int32.write("secret" as never)).toThrow(
      "int32: writing a value: expected an integer of 32 bits, got a string",
    );
    expect(() => codecs.text.write("secret\0")).toThrow(/^(?!.*secret)/);
  });
});

describe("writing more forms than are read", () => {
  const cases: readonly (readonly [Codec, unknown, string])[] = [
    [codecs.uuid, "ABCDEF00-0000-0000-0000-000000000000", "ABCDEF00-0000-0000-0000-000000000000"],
    [codecs.time, "12:30", "12:30"],
    [codecs.decimal(2), "+01.5000", "+01.5000"],
    [codecs.json, { a: undefined, d: new Date(0) }, '{"d":"1970-01-01T00:00:00.000Z"}'],
    [codecs.date, "-000043-03-15", "0044-03-15 BC"],
    [codecs.timestamptz, new Date("0000-06-01T00:00:00Z"), "0001-06-01 00:00:00.000+00 BC"],
    [pair, { a: 1 }, '("1",)'],
  ];
  test.each(cases.map(([codec, value, text]) => [codec.name, value, text, codec] as const))(
    "%s writes %s",
    (_name, value, text, codec) => {
      expect(codec.write(value)).toBe(text);
      expect(codec.name === "json" || codec === pair || codec.is(value)).toBe(true);
    },
  );
});

function range(lower: number, upper: number): object {
  return { lower, upper, lowerInclusive: true, upperInclusive: false, empty: false };
}
