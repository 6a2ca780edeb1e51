import fc from "fast-check";
import * as codecs from "../../../src/runtime/codec/mysql/mysql-codecs.js";
import type { JsonValue } from "../../../src/runtime/types/json-value.js";
import { byRule, type TypeValues, values } from "./type-values.js";

const texts = ["", " ", "NULL", "0", "a\\b", 'q"q', "it's", "line\nline", "\0", "a\0b\u001a", "é", "😀𝒳", "%_", "a "];
const longText = "é".repeat(10_000);
const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const unsigned64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const bounds = { min: new Date("1000-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59.999Z") };
const instant = fc.date({ ...bounds, noInvalidDate: true });
const instants = [
  new Date(0),
  new Date(-1),
  new Date("2024-02-29T12:30:45.001Z"),
  new Date("2024-02-29T12:30:45.100Z"),
  new Date("1000-01-01T00:00:00Z"),
  new Date("9999-12-31T23:59:59.999Z"),
];
/** `timestamp` counts 32 bits of seconds, of which 0 stands for no time. */
const counted = fc.date({
  min: new Date("1970-01-02T00:00:00Z"),
  max: new Date("2038-01-18T00:00:00Z"),
  noInvalidDate: true,
});
const stamps = [new Date(1000), new Date("2024-02-29T12:30:45.001Z"), new Date("2024-03-31T02:30:00Z")];
const day = instant.map((date) => date.toISOString().slice(0, 10));
// The server keeps no sign of zero.
const double = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const float = fc.float({ noNaN: true, noDefaultInfinity: true }).map((value) => toShortFloat(value) + 0);
const money = fc
  .integer({ min: -1e12, max: 1e12 })
  .map((cents) => (cents / 100).toFixed(2).replace(/^-0\.00$/, "0.00"));
const digits = fc
  .tuple(fc.bigInt({ min: -(10n ** 35n) + 1n, max: 10n ** 35n - 1n }), fc.bigInt({ min: 0n, max: 10n ** 30n - 1n }))
  .map(([whole, fraction]) => `${String(whole)}.${String(fraction).padStart(30, "0")}`);
const jsonValues: readonly JsonValue[] = [
  ...[{}, [], "", "5", 5, -1, 2 ** 53 - 1, 0.1, 0.1 + 0.2, 1e300, true, false, null],
  { a: [1, null, "\0"], 'we"ird': { "\\": "\\" } },
  "😀",
];
const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as JsonValue);
const features = ["a", "b c", "ö", "d'd"] as const;

/** What a float prints as: the shortest digits that stand for it. */
function toShortFloat(value: number): number {
  for (let length = 1; length < 9; length++) {
    const shorter = Number(value.toPrecision(length));
    if (Math.fround(shorter) === value) return shorter;
  }
  return Number(value.toPrecision(9));
}

/** The types of MariaDB; `uuid` and the addresses are its own. */
export const mysqlValues: readonly TypeValues[] = [
  values("boolean", codecs.boolean, [true, false]),
  values("bit(1)", codecs.boolean, [true, false]),
  byRule(values("tinyint(1)", codecs.int32, [0, 1, -128, 127])),
  values("tinyint", codecs.int32, [0, -128, 127]),
  values("tinyint(1) unsigned", codecs.int32, [0, 255]),
  values("smallint", codecs.int32, [0, -32768, 32767]),
  values("mediumint unsigned", codecs.int32, [0, 16777215]),
  values("int", codecs.int32, [0, 1, -1, 2 ** 31 - 1, -(2 ** 31)], int32),
  values("int unsigned", codecs.safeInteger, [0, 2 ** 32 - 1], fc.integer({ min: 0, max: 2 ** 32 - 1 })),
  values("bigint", codecs.int64, [0n, 5n, 2n ** 53n + 1n, 2n ** 63n - 1n, -(2n ** 63n)], int64),
  values("bigint unsigned", codecs.int64, [0n, 2n ** 53n + 1n, 2n ** 64n - 1n, 2n ** 64n - 2n], unsigned64),
  byRule(values("bigint", codecs.int64Number, [0, 2 ** 53 - 1, -(2 ** 53) + 1], fc.maxSafeInteger())),
  byRule(values("bigint unsigned", codecs.int64String, ["0", "18446744073709551615"], unsigned64.map(String))),
  byRule(values("int", codecs.int64, [0n, -5n])),
  byRule(values("int", codecs.int64String, ["0", "-5"])),
  values("year", codecs.year, [0, 1901, 1970, 2155], fc.integer({ min: 1901, max: 2155 })),
  values("decimal(14, 2)", codecs.decimal(2), ["0.00", "0.10", "-99999999.99"], money),
  values("decimal(65, 30)", codecs.decimal(30), [`12345678901234567890123456789012345.${"1".repeat(30)}`], digits),
  values("decimal(65, 0)", codecs.decimal(0), ["0", "9".repeat(65), `-${"9".repeat(65)}`]),
  byRule(values("decimal(20, 10)", codecs.decimalNumber, [0, 0.1, -1.5, 1e-10])),
  values("float", codecs.float32, [0, 0.1, -1.5, 16777216, 1e-45, 3.4028235e38, 123456.79, 1e10], float),
  values("double", codecs.float64, [0, 0.1, 0.1 + 0.2, 5e-324, 1.7976931348623157e308, -1e-7], double),
  values("varchar(100)", codecs.text, texts, fc.string({ unit: "grapheme", maxLength: 30 })),
  values("char(10)", codecs.text, ["", "a", "é", "0123456789"]),
  values("longtext", codecs.text, [...texts, longText], fc.string({ unit: "grapheme" })),
  values(
    "uuid",
    codecs.uuid,
    ["00000000-0000-0000-0000-000000000000", "ffffffff-ffff-4fff-bfff-ffffffffffff"],
    fc.uuid({ version: [1, 4, 7] }),
  ),
  values("inet6", codecs.opaque, ["::", "2001:db8::ff00:42:8329", "::192.168.0.1"]),
  values("inet4", codecs.opaque, ["0.0.0.0", "255.255.255.255"], fc.ipV4()),
  values("longblob", codecs.bytes, [new Uint8Array(0), new Uint8Array(100_000).fill(7)], fc.uint8Array()),
  values("varbinary(20)", codecs.bytes, [new Uint8Array(0), new Uint8Array([0, 255, 92, 39])]),
  values("binary(2)", codecs.bytes, [new Uint8Array([0, 0]), new Uint8Array([32, 255])]),
  values("bit(12)", codecs.bits(12), ["000000000000", "111111111111", "000000000101"]),
  values("bit(64)", codecs.bits(64), ["0".repeat(64), "1".repeat(64), `${"01".repeat(32)}`]),
  values("date", codecs.date, ["2024-02-29", "1000-01-01", "9999-12-31", "0001-01-01"], day),
  byRule(
    values(
      "date",
      codecs.dateObject,
      [new Date(0)],
      day.map((text) => new Date(`${text}T00:00:00Z`)),
    ),
  ),
  values("time(6)", codecs.time, ["00:00:00", "-838:59:59", "838:59:59", "23:59:59.999999", "-00:00:00.5", "24:00:00"]),
  values("time", codecs.time, ["00:00:00", "-01:00:00", "101:02:03"]),
  values("datetime(6)", codecs.timestamp, instants, instant),
  values(
    "datetime",
    codecs.timestamp,
    [new Date(0)],
    instant.map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000)),
  ),
  values("timestamp(6) null", codecs.timestamptz, stamps, counted),
  byRule(
    values("datetime(6)", codecs.timestampString, [
      "2024-01-02T03:04:05.123456",
      "2024-01-02T03:04:05",
      "9999-12-31T23:59:59.5",
    ]),
  ),
  byRule(
    values("timestamp(6) null", codecs.timestamptzString, ["2024-01-02T03:04:05.123456Z", "2024-01-02T03:04:05Z"]),
  ),
  values("json", codecs.json, jsonValues, json),
  values("point", codecs.opaqueUnequal, ["POINT(0 0)", "POINT(-1.5 1e-7)", "POINT(13.4 52.5)"]),
  values("geometry", codecs.opaqueUnequal, [
    "LINESTRING(0 0,1 1.5)",
    "POLYGON((0 0,4 0,4 4,0 0),(1 1,2 1,2 2,1 1))",
    "MULTIPOINT((1 1),(2 2))",
    "MULTILINESTRING((0 0,1 1),(2 2,3 3))",
    "MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))",
    "GEOMETRYCOLLECTION(POINT(1 2),LINESTRING(0 0,1 1))",
    "GEOMETRYCOLLECTION EMPTY",
    "SRID=4326;POINT(13.4 52.5)",
  ]),
  values("enum('a','','ö')", codecs.enumOf(["a", "", "ö"]), ["a", "ö"]),
  byRule(values("varchar(9)", codecs.enumOf(["a", "", "ö"]), ["a", "", "ö"])),
  byRule(values("int", codecs.numberEnumOf([0, 1, -5]), [0, 1, -5])),
  byRule(values("bigint", codecs.numberEnumOf([0, 1, -5]), [0, 1, -5])),
  values(
    "set('a','b c','ö','d''d')",
    codecs.setOf(features),
    [[], ["a"], ["a", "b c", "ö", "d'd"]],
    fc.subarray([...features]),
  ),
];
