import { describe, expect, test } from "vitest";
import type { Codec } from "../../../src/runtime/codec.js";
import * as codecs from "../../../src/runtime/codec/sqlite/sqlite-codecs.js";
import { CodecError } from "../../../src/runtime/errors/codec-error.js";

const choice = codecs.enumOf(["a", "b"]);

describe("reading what others have stored", () => {
  const cases: readonly (readonly [Codec, unknown, unknown])[] = [
    [codecs.boolean, 1n, true],
    [codecs.safeInteger, 5n, 5],
    [codecs.int64, 5, 5n],
    [codecs.int64, "9223372036854775807", 2n ** 63n - 1n],
    [codecs.decimal(2), 5, "5.00"],
    [codecs.decimal(2), 5n, "5.00"],
    [codecs.decimal(2), 0.1 + 0.2, "0.30000000000000004"],
    [codecs.decimal(2), 1.005, "1.005"],
    [codecs.decimal(2), -0, "0.00"],
    [codecs.decimal(2), "7.5", "7.50"],
    [codecs.decimal(2), "7.125", "7.125"],
    [codecs.decimal(0), 3, "3"],
    [codecs.decimal(null), 1e21, "1000000000000000000000"],
    [codecs.decimal(null), -1.5e-7, "-0.00000015"],
    [codecs.decimal(20), 1e30, "1000000000000000000000000000000"],
    [codecs.float64, 5n, 5],
    [codecs.text, 5n, "5"],
    [codecs.text, 0.5, "0.5"],
    [codecs.timestamp, "2024-01-02", new Date("2024-01-02T00:00:00Z")],
    [codecs.timestamp, "2024-01-02 03:04", new Date("2024-01-02T03:04:00Z")],
    [codecs.timestamp, "2024-01-02T03:04+01:30", new Date("2024-01-02T01:34:00Z")],
    [codecs.timestamp, "2024-01-02T03:04:05Z", new Date("2024-01-02T03:04:05Z")],
    [codecs.timestamp, "2024-01-02T03:04:05.123456-02", new Date("2024-01-02T05:04:05.123Z")],
    [codecs.timestamp, 1_700_000_000, new Date(1_700_000_000_000)],
    [codecs.timestamp, 1_700_000_000n, new Date(1_700_000_000_000)],
    [codecs.timestamp, 2_440_587.75, new Date("1970-01-01T06:00:00Z")],
    [codecs.timestampString, 0, "1970-01-01 00:00:00"],
    [codecs.date, "2024-01-02 00:00:00.000", "2024-01-02"],
    [codecs.date, "2024-01-02T00:00:00Z", "2024-01-02"],
    [codecs.date, 86_400, "1970-01-02"],
    [codecs.date, 2_440_588.5, "1970-01-02"],
    [codecs.dateObject, "2024-01-02", new Date("2024-01-02T00:00:00Z")],
    [codecs.json, "5.0", 5],
    [codecs.json, 5n, 5],
    [codecs.json, 0.5, 0.5],
    [codecs.numberEnumOf([1, 2]), 2n, 2],
  ];
  test.each(cases.map(([codec, stored, value]) => [codec.name, stored, value, codec] as const))(
    "%s reads %s",
    (_name, stored, value, codec) => {
      expect(codec.read(stored)).toStrictEqual(value);
    },
  );
});

describe("refusing to read what is not of the declared type", () => {
  const bytes = new Uint8Array(1);
  const cases: readonly (readonly [Codec, readonly unknown[]])[] = [
    [codecs.boolean, [2, "true", 0.5, bytes]],
    [codecs.int32, [2 ** 31, 0.5, "1", bytes, 2n ** 40n]],
    [codecs.safeInteger, [2 ** 53, 2n ** 53n, 0.5, "1"]],
    [codecs.int64, [0.5, "x", 2 ** 53, bytes]],
    [codecs.int64Number, [2n ** 60n]],
    [codecs.decimal(2), ["x", "", Infinity, bytes]],
    [codecs.decimalNumber, [2n ** 53n, "1.5", 1e300]],
    [codecs.float64, ["1.5", 2n ** 60n, bytes]],
    [codecs.text, [bytes, 2 ** 60]],
    [codecs.uuid, [5, bytes]],
    [codecs.bytes, ["x", 5]],
    [
      codecs.timestamp,
      ["", "yesterday", "2024-13-01", "2024-02-30", "2024-02-30 00:00:00", "24-01-02 03:04:05", 1e300, bytes],
    ],
    [codecs.date, ["2024-01-02 03:04:05", 5, "2024/01/02", bytes]],
    [codecs.time, [5, bytes]],
    [codecs.json, ["{", "", bytes]],
    [choice, ["c", 5, ""]],
    [codecs.numberEnumOf([1]), [2, "1"]],
  ];
  test.each(cases.map(([codec, values]) => [codec.name, codec, values] as const))("%s", (_name, codec, values) => {
    for (const value of values) expect(() => codec.read(value), String(value)).toThrow(CodecError);
  });
});

describe("refusing to write what would be lost", () => {
  const cases: readonly (readonly [Codec, readonly unknown[]])[] = [
    [codecs.boolean, [0, 1, "t"]],
    [codecs.int32, [1.5, 2 ** 31, "1", 1n]],
    [codecs.safeInteger, [2 ** 53, 0.5, 1n]],
    [codecs.int64, [2n ** 63n, 1]],
    [codecs.int64Number, [2 ** 53]],
    [codecs.int64String, ["9223372036854775808", "x"]],
    [codecs.decimal(2), ["0.005", "abc", "NaN", 1]],
    [codecs.decimalNumber, [NaN, Infinity, "1"]],
    [codecs.float32, [NaN, "1"]],
    [codecs.float64, [NaN, "1"]],
    [codecs.text, ["\ud800", 5]],
    [codecs.opaque, ["\udc00"]],
    [codecs.uuid, ["x"]],
    [codecs.bytes, ["x", [1]]],
    [codecs.date, ["2023-02-29", "+010000-01-01", "infinity", new Date()]],
    [codecs.dateObject, [new Date(1), new Date("+010000-01-01T00:00:00Z"), new Date(NaN)]],
    [codecs.time, ["24:00:00", "1:00", "12:00:60"]],
    [codecs.timestamp, [new Date(NaN), new Date("+010000-01-01T00:00:00Z"), new Date("-000001-01-01T00:00:00Z"), 0]],
    [codecs.timestamptz, [new Date(NaN), "2024-01-01"]],
    [codecs.timestampString, ["2024-02-30", "now", 5]],
    [codecs.timestamptzString, [""]],
    [codecs.json, [undefined, NaN, 1n, new Map(), [undefined]]],
    [choice, ["c"]],
    [codecs.numberEnumOf([1]), [2]],
    [codecs.unknown, [true, {}, NaN, 2n ** 63n, "\ud800"]],
  ];
  test.each(cases.map(([codec, values]) => [codec.name, codec, values] as const))("%s", (_name, codec, values) => {
    for (const value of values) expect(() => codec.write(value), String(value)).toThrow(CodecError);
    expect(values.filter((value) => codec.is(value))).toEqual([]);
  });

  test("decimals of more digits than SQLite holds, though they are decimals", () => {
    for (const value of ["12345678901234567.89", "0.12345678901234567891", "9223372036854775809"]) {
      expect(codecs.decimal(null).is(value)).toBe(true);
      expect(() => codecs.decimal(null).write(value)).toThrow(CodecError);
    }
  });
});
