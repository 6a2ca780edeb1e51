import fc from "fast-check";
import * as codecs from "../../../src/runtime/codec/postgresql/postgresql-codecs.js";
import type { JsonValue } from "../../../src/runtime/types/json-value.js";
import type { Range } from "../../../src/runtime/types/range.js";
import { byRule, since, type TypeValues, values } from "./type-values.js";

/** Creates the types that the values are of. */
export const script = `
  create type mood as enum ('sad', 'ok', '', 'a"b', 'it''s, {so}', 'NULL');
  create type address as (street text, number int4, since timestamptz);
  create type person as (name text, home address, moods mood[]);
  create domain posint as int4 check (value > 0);
`;

interface Address {
  street: string | null;
  number: number | null;
  since: Date | null;
}
interface Person {
  name: string | null;
  home: Address | null;
  moods: string[] | null;
}

const moods = ["sad", "ok", "", 'a"b', "it's, {so}", "NULL"] as const;
const mood = codecs.enumOf(moods);
const address = codecs.compositeOf<Address>({ street: codecs.text, number: codecs.int32, since: codecs.timestamptz });
const person = codecs.compositeOf<Person>({ name: codecs.text, home: address, moods: codecs.arrayOf(mood) });

const texts = [
  "",
  " ",
  "NULL",
  "null",
  "a\\b",
  'q"q',
  "it's",
  "{a,b}",
  "(a,b)",
  "[1,2)",
  "line\nline\r\t",
  "é",
  "😀𝒳",
  "a".repeat(10_000),
  "\u0001\u007f",
  "\ufeff",
  ",",
];
const serverText = fc.string({ unit: "grapheme" }).filter((value) => !value.includes("\0"));
const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const double = fc.double();
const instant = fc.date({
  min: new Date("-004712-01-01T00:00:00Z"),
  max: new Date("+275000-01-01T00:00:00Z"),
  noInvalidDate: true,
});
const instants = [
  new Date(0),
  new Date(-1),
  new Date("1999-12-31T23:59:59.999Z"),
  new Date("2024-02-29T12:30:45.001Z"),
  new Date("2024-02-29T12:30:45.100Z"),
  new Date("0099-02-28T00:00:00.010Z"),
  new Date("0001-01-01T00:00:00Z"),
  new Date("0000-02-29T01:02:03.004Z"),
  new Date("-000043-03-15T11:00:00Z"),
  new Date("-004712-01-01T00:00:00Z"),
  new Date("1883-11-18T12:00:00Z"),
  new Date("+010000-01-01T00:00:00Z"),
  new Date("+275760-09-12T23:59:59.999Z"),
  new Date(8.64e15),
  new Date(-8.64e15),
];
const day = instant.map((date) => date.toISOString().replace(/T.*/, ""));
const digits = (least: number, most: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most }).map((list) => list.join(""));
const wholeDigits = digits(1, 30).map((text) => text.replace(/^0+(?=\d)/, ""));
const decimalDigits = fc
  .tuple(fc.constantFrom("", "-"), wholeDigits, digits(0, 12))
  .map(([sign, whole, fraction]) => `${sign}${whole}${fraction === "" ? "" : `.${fraction}`}`)
  .map((text) => (/[1-9]/.test(text) ? text : text.replace("-", "")));
const micros = fc
  .integer({ min: 0, max: 999_999 })
  .map((value) => (value === 0 ? "" : `.${String(value).padStart(6, "0").replace(/0+$/, "")}`));
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 59 }), micros)
  .map(
    ([hours, minutes, seconds, fraction]) =>
      `${[hours, minutes, seconds].map((part) => String(part).padStart(2, "0")).join(":")}${fraction}`,
  );
const bytes = fc.uint8Array();
const addresses = fc.record<Address>(
  { street: fc.option(serverText), number: fc.option(int32), since: fc.option(instant) },
  { noNullPrototype: true },
);
// JSON.stringify writes -0 as 0, and jsonb knows no null character.
const json = fc
  .jsonValue({ stringUnit: "grapheme" })
  .map((value) => JSON.stringify(value))
  .filter((text) => !text.includes("\\u0000"))
  .map((text) => JSON.parse(text) as JsonValue);

const empty: Range<never> = { lower: null, upper: null, lowerInclusive: false, upperInclusive: false, empty: true };

function range<T>(lower: T | null, upper: T | null, bounds = "[)"): Range<T> {
  return { lower, upper, lowerInclusive: bounds.startsWith("["), upperInclusive: bounds.endsWith("]"), empty: false };
}

function matrix<T>(element: fc.Arbitrary<T>): fc.Arbitrary<T[][]> {
  return fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(element, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    );
}

const jsonValues: readonly JsonValue[] = [
  {},
  [],
  "",
  0,
  false,
  "\ud83d\ude00",
  { a: [1, null, { b: '\u2028"\\' }] },
  0.1,
  1e300,
  [[]],
  null,
  { __proto__x: 1 },
];

export const postgresqlValues: readonly TypeValues[] = [
  values("boolean", codecs.boolean, [true, false]),
  values("bit(1)", codecs.boolean, [true, false]),
  values("smallint", codecs.int32, [0, 1, -1, 32_767, -32_768]),
  values("integer", codecs.int32, [0, 1, -1, 2 ** 31 - 1, -(2 ** 31)], int32),
  values("posint", codecs.int32, [1, 2 ** 31 - 1]),
  values("bigint", codecs.int64, [0n, 2n ** 53n + 1n, -(2n ** 53n) - 1n, 2n ** 63n - 1n, -(2n ** 63n)], int64),
  byRule(values("bigint", codecs.int64Number, [0, 2 ** 53 - 1, -(2 ** 53) + 1], fc.maxSafeInteger())),
  byRule(
    values(
      "bigint",
      codecs.int64String,
      ["0", "9007199254740993", "9223372036854775807", "-9223372036854775808"],
      int64.map(String),
    ),
  ),
  values("oid", codecs.safeInteger, [0, 2 ** 32 - 1]),
  values(
    "numeric",
    codecs.decimal(null),
    ["0", "0.1", "1.10", "-0.00000001", "12345678901234567890123456789012345678", "NaN", "0.000"],
    decimalDigits,
  ),
  since(14, values("numeric", codecs.decimal(null), ["Infinity", "-Infinity"])),
  values("numeric(38, 0)", codecs.decimal(0), ["99999999999999999999999999999999999999", "-1", "0", "NaN"]),
  values("numeric(38, 10)", codecs.decimal(10), [
    "1234567890123456789012345678.0123456789",
    "0.1000000000",
    "0.0000000001",
  ]),
  values("numeric(10, 2)", codecs.decimal(2), ["0.00", "12.50", "-99999999.99"]),
  byRule(
    values(
      "numeric",
      codecs.decimalNumber,
      [0, 0.1, 1.5, -2.25, 2 ** 53 - 1, 1e-7, 1e21, 0.1 + 0.2, NaN, 5e-324],
      fc.double({ noDefaultInfinity: true }).map((value) => value + 0 || 0),
    ),
  ),
  byRule(since(14, values("numeric", codecs.decimalNumber, [Infinity, -Infinity]))),
  values("money", codecs.money, ["$0.00", "$1,234.56", "-$0.01", "$92,233,720,368,547,758.07"]),
  values("real", codecs.float32, [0, -0, 0.1, 1.5, 3.4028235e38, 1e-45, NaN, Infinity, -Infinity]),
  values(
    "double precision",
    codecs.float64,
    [0, -0, 0.1, 0.1 + 0.2, 5e-324, 1.7976931348623157e308, 2 ** 53 + 2, NaN, Infinity, -Infinity],
    double,
  ),
  values("text", codecs.text, texts, serverText),
  values("varchar(20000)", codecs.text, texts),
  values("char(3)", codecs.text, ["abc", "a  ", "😀  "]),
  values("name", codecs.text, ["a", "naïve"]),
  values("citext", codecs.text, ["Ab"]),
  values(
    "uuid",
    codecs.uuid,
    ["00000000-0000-0000-0000-000000000000", "ffffffff-ffff-4fff-bfff-ffffffffffff"],
    fc.uuid(),
  ),
  values("inet", codecs.opaque, ["127.0.0.1", "10.0.0.0/8", "::1"]),
  values("cidr", codecs.opaque, ["10.0.0.0/8"]),
  values("macaddr", codecs.opaque, ["08:00:2b:01:02:03"]),
  values("bit varying", codecs.opaque, ["", "0101", "1".repeat(100)]),
  values("bit(5)", codecs.opaque, ["01010"]),
  values("tsvector", codecs.opaque, ["'a':1 'b c':2"]),
  values("xml", codecs.opaqueUnequal, ['<a b="c">é</a>']),
  values("point", codecs.opaqueUnequal, ["(1,2)"]),
  byRule(values("pg_lsn", codecs.unknown, ["16/B374D848"])),
  values(
    "bytea",
    codecs.bytes,
    [new Uint8Array(0), new Uint8Array([0]), new Uint8Array([0, 255, 92, 39, 128]), new Uint8Array(100_000).fill(7)],
    bytes,
  ),
  values(
    "date",
    codecs.date,
    [
      "2024-02-29",
      "0001-01-01",
      "0000-12-31",
      "-000043-03-15",
      "-004712-01-01",
      "9999-12-31",
      "+010000-01-01",
      "+5874897-12-31",
      "infinity",
      "-infinity",
    ],
    day,
  ),
  byRule(
    values(
      "date",
      codecs.dateObject,
      instants.filter((date) => date.getTime() % 86_400_000 === 0),
      day.map((text) => new Date(`${text}T00:00:00Z`)),
    ),
  ),
  values("time", codecs.time, ["00:00:00", "23:59:59.999999", "24:00:00", "12:30:00.1"], clock),
  values(
    "timetz",
    codecs.timetz,
    ["00:00:00+00", "23:59:59.999999-15:59", "12:30:00.5+05:30", "01:02:03+05:53:28"],
    clock.map((text) => `${text}+03`),
  ),
  values("timestamp", codecs.timestamp, instants, instant),
  values("timestamptz", codecs.timestamptz, instants, instant),
  byRule(
    values(
      "timestamp",
      codecs.timestampString,
      [
        "2024-01-02T03:04:05.123456",
        "2024-01-02T03:04:05",
        "-000043-03-15T00:00:00.000001",
        "+294276-12-31T23:59:59.999999",
        "infinity",
        "-infinity",
      ],
      fc.tuple(day, clock).map((parts) => parts.join("T")),
    ),
  ),
  byRule(
    values(
      "timestamptz",
      codecs.timestamptzString,
      [
        "2024-01-02T03:04:05.123456Z",
        "1883-11-18T12:00:00Z",
        "-004712-02-01T00:00:00Z",
        "+294276-12-31T20:00:00.999999Z",
        "infinity",
      ],
      fc.tuple(day, clock).map((parts) => `${parts.join("T")}Z`),
    ),
  ),
  values("interval", codecs.interval, [
    "PT0S",
    "P1Y2M3DT4H5M6.789S",
    "P-1Y-2M3DT-4H-5M-6S",
    "PT-0.000001S",
    "P100000Y",
    "PT1000000H",
  ]),
  values("json", codecs.json, jsonValues, json),
  values("jsonb", codecs.json, jsonValues, json),
  values("mood", mood, moods),
  byRule(values("smallint", codecs.numberEnumOf([1, 2, -3]), [1, 2, -3])),
  byRule(values("numeric(4, 2)", codecs.numberEnumOf([0.5, 2]), [0.5, 2])),
  values("integer[]", codecs.arrayOf(codecs.int32), [[], [1], [1, -2, 3]], fc.array(int32)),
  byRule(
    values("integer[]", codecs.arrayOfNullable(codecs.int32), [[], [null], [1, null, 3]], fc.array(fc.option(int32))),
  ),
  values(
    "integer[][]",
    codecs.arrayOf(codecs.arrayOf(codecs.int32)),
    [
      [],
      [[1]],
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
    ],
    matrix(int32),
  ),
  values("bigint[]", codecs.arrayOf(codecs.int64), [[2n ** 63n - 1n, -(2n ** 53n) - 1n]], fc.array(int64)),
  values(
    "numeric[]",
    codecs.arrayOf(codecs.decimal(null)),
    [["12345678901234567890123456789012345678", "0.10", "NaN"]],
    fc.array(decimalDigits),
  ),
  values("float8[]", codecs.arrayOf(codecs.float64), [[0.1, NaN, -Infinity, -0]], fc.array(double)),
  values("text[]", codecs.arrayOf(codecs.text), [[...texts], [""], ["NULL"], ["null"]], fc.array(serverText)),
  byRule(
    values(
      "text[][]",
      codecs.arrayOfNullable(codecs.arrayOfNullable(codecs.text)),
      [
        [],
        [
          ["a", null],
          ["NULL", ""],
        ],
      ],
      matrix(fc.option(serverText)),
    ),
  ),
  values("text[][][]", codecs.arrayOf(codecs.arrayOf(codecs.arrayOf(codecs.text))), [
    [],
    [
      [["a"], ["{"]],
      [["}"], ["\\"]],
    ],
  ]),
  values("boolean[]", codecs.arrayOf(codecs.boolean), [[true, false]]),
  values("bytea[]", codecs.arrayOf(codecs.bytes), [[new Uint8Array([0, 1]), new Uint8Array(0)]], fc.array(bytes)),
  values("timestamptz[]", codecs.arrayOf(codecs.timestamptz), [instants], fc.array(instant)),
  byRule(values("jsonb[]", codecs.arrayOfNullable(codecs.json), [[{ a: '"' }, [1], null]])),
  values("mood[]", codecs.arrayOf(mood), [[...moods]]),
  values("box[]", codecs.arrayOf(codecs.opaqueUnequal, ";"), [["(1,1),(0,0)", "(2,2),(1,1)"]]),
  values(
    "address",
    address,
    [
      { street: null, number: null, since: null },
      { street: "", number: 0, since: new Date(0) },
      { street: 'a"\\,()\n', number: -1, since: new Date(8.64e15) },
    ],
    addresses,
  ),
  byRule(
    values(
      "address[]",
      codecs.arrayOfNullable(address),
      [[{ street: 'a"\\,(){}', number: 1, since: null }, null]],
      fc.array(fc.option(addresses)),
    ),
  ),
  values("person", person, [
    { name: null, home: null, moods: null },
    { name: "x", home: { street: 'a"\\', number: null, since: null }, moods: [...moods] },
    { name: "", home: null, moods: [] },
  ]),
  values("int4range", codecs.rangeOf(codecs.int32), [
    empty,
    range(1, 5),
    range<number>(null, 5, "()"),
    range<number>(1, null),
    range<number>(null, null, "()"),
  ]),
  values("int8range", codecs.rangeOf(codecs.int64), [range(-(2n ** 63n), 2n ** 63n - 1n)]),
  values("numrange", codecs.rangeOf(codecs.decimal(null)), [range("0.10", "1.20", "(]"), range("1", "1", "[]"), empty]),
  values("tstzrange", codecs.rangeOf(codecs.timestamptz), [
    range(new Date(0), new Date(1), "[]"),
    range(new Date(-8.64e15), new Date(8.64e15)),
    range<Date>(new Date("-000043-03-15T00:00:00Z"), null, "()"),
  ]),
  values("daterange", codecs.rangeOf(codecs.date), [
    range("2024-01-01", "2024-02-01"),
    range("-infinity", "infinity"),
    range<string>(null, "-000043-03-15", "()"),
  ]),
  values("int4range[]", codecs.arrayOf(codecs.rangeOf(codecs.int32)), [[range(1, 2), empty]]),
  since(
    14,
    values("int4multirange", codecs.multirangeOf(codecs.int32), [
      [],
      [range(1, 2), range(5, 9)],
      [range<number>(null, 1, "()"), range<number>(3, null)],
    ]),
  ),
  since(
    14,
    values("tstzmultirange", codecs.multirangeOf(codecs.timestamptz), [
      [range(new Date(0), new Date(1), "(]"), range(new Date(5), new Date(6), "[]")],
    ]),
  ),
];
