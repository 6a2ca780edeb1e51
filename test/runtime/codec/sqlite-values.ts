import fc from "fast-check";
import * as codecs from "../../../src/runtime/codec/sqlite/sqlite-codecs.js";
import type { JsonValue } from "../../../src/runtime/types/json-value.js";
import { byRule, type TypeValues, values } from "./type-values.js";

const texts = [
  "",
  " ",
  "NULL",
  "0",
  "1e5",
  "007",
  "a\\b",
  'q"q',
  "it's",
  "line\nline",
  "\0",
  "a\0b",
  "é",
  "😀𝒳",
  "a".repeat(10_000),
];
const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const instant = fc.date({
  min: new Date("0000-01-01T00:00:00Z"),
  max: new Date("9999-12-31T23:59:59.999Z"),
  noInvalidDate: true,
});
const instants = [
  new Date(0),
  new Date(-1),
  new Date("2024-02-29T12:30:45.001Z"),
  new Date("2024-02-29T12:30:45.100Z"),
  new Date("2024-02-29T12:30:45Z"),
  new Date("0000-02-29T01:02:03.004Z"),
  new Date("0099-02-28T00:00:00.010Z"),
  new Date("9999-12-31T23:59:59.999Z"),
];
const day = instant.map((date) => date.toISOString().slice(0, 10));
// A REAL column keeps no sign of zero.
const double = fc.double({ noNaN: true }).map((value) => value + 0);
const money = fc
  .integer({ min: -1e12, max: 1e12 })
  .map((cents) => (cents / 100).toFixed(2).replace(/^-0\.00$/, "0.00"));
const jsonValues: readonly JsonValue[] = [
  {},
  [],
  "",
  "5",
  5,
  -1,
  2 ** 53 - 1,
  0.1,
  0.1 + 0.2,
  1e300,
  5e-324,
  true,
  false,
  null,
  { a: [1, null, "\0"] },
  "😀",
];
const json = fc
  .jsonValue()
  // JSON.stringify writes -0 as 0.
  .map((value) => JSON.parse(JSON.stringify(value)) as JsonValue);

export const sqliteValues: readonly TypeValues[] = [
  values("BOOLEAN", codecs.boolean, [true, false]),
  byRule(values("INTEGER", codecs.int32, [0, 1, -1, 2 ** 31 - 1, -(2 ** 31)])),
  values("INTEGER", codecs.safeInteger, [0, -1, 2 ** 53 - 1, -(2 ** 53) + 1], fc.maxSafeInteger()),
  values("BIGINT", codecs.int64, [0n, 2n ** 53n + 1n, 2n ** 63n - 1n, -(2n ** 63n)], int64),
  byRule(values("BIGINT", codecs.int64Number, [0, 2 ** 53 - 1], fc.maxSafeInteger())),
  byRule(values("BIGINT", codecs.int64String, ["0", "9007199254740993", "-9223372036854775808"], int64.map(String))),
  values(
    "DECIMAL(10, 2)",
    codecs.decimal(2),
    ["0.00", "0.10", "12.50", "-99999999.99", "1.00", "9007199254740992.00"],
    money,
  ),
  values("DECIMAL(19, 0)", codecs.decimal(0), ["0", "9007199254740993", "-9223372036854775808"], int64.map(String)),
  values("NUMERIC", codecs.decimal(null), [
    "0",
    "0.1",
    "1.5",
    "1000000000000000000000",
    "0.0000001",
    "9007199254740993",
    "0.30000000000000004",
  ]),
  byRule(values("NUMERIC", codecs.decimalNumber, [0, 0.1, 2 ** 53 - 1, 5e-324])),
  byRule(values("TEXT", codecs.decimal(2), ["0.10", "-5.00"])),
  byRule(values("REAL", codecs.float32, [0, 0.1, 1e300])),
  values("REAL", codecs.float64, [0, 1, 0.1, 0.1 + 0.2, 5e-324, 1.7976931348623157e308, Infinity, -Infinity], double),
  values("TEXT", codecs.text, texts, fc.string({ unit: "grapheme" })),
  values("NVARCHAR(10)", codecs.text, texts),
  values(
    "UUID",
    codecs.uuid,
    ["00000000-0000-0000-0000-000000000000", "FFFFFFFF-ffff-4fff-bfff-ffffffffffff"],
    fc.uuid(),
  ),
  byRule(values("TEXT", codecs.opaque, texts)),
  values(
    "BLOB",
    codecs.bytes,
    [new Uint8Array(0), new Uint8Array([0]), new Uint8Array(100_000).fill(7)],
    fc.uint8Array(),
  ),
  values("DATE", codecs.date, ["2024-02-29", "0000-01-01", "9999-12-31"], day),
  byRule(
    values(
      "DATE",
      codecs.dateObject,
      [new Date(0)],
      day.map((text) => new Date(`${text}T00:00:00Z`)),
    ),
  ),
  values("TIME", codecs.time, ["00:00:00", "23:59", "23:59:59.999999999"]),
  values("DATETIME", codecs.timestamp, instants, instant),
  byRule(values("TIMESTAMP", codecs.timestamptz, instants, instant)),
  byRule(
    values("DATETIME", codecs.timestampString, ["2024-01-02 03:04:05.123456", "2024-01-02T03:04:05Z", "2024-01-02"]),
  ),
  byRule(values("DATETIME", codecs.timestamptzString, ["2024-01-02T03:04:05.123456789+05:30", "2024-01-02 03:04"])),
  values("JSON", codecs.json, jsonValues, json),
  byRule(values("TEXT", codecs.json, jsonValues, json)),
  byRule(values("TEXT", codecs.enumOf(["a", "", "ö"]), ["a", "", "ö"])),
  byRule(values("INTEGER", codecs.numberEnumOf([0, 1, -5]), [0, 1, -5])),
  byRule(values("REAL", codecs.numberEnumOf([0.5, 1]), [0.5, 1])),
  values("", codecs.unknown, ["", "1", new Uint8Array([1]), 2n ** 63n - 1n, 1n, 0.5]),
];
