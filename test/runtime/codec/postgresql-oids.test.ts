import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { codecOfOid } from "../../../src/runtime/codec/postgresql/postgresql-oids.js";
import { toRawParameter } from "../../../src/runtime/codec/postgresql/raw-parameter.js";
import { CodecError } from "../../../src/runtime/errors/codec-error.js";
import { postgresServerUrl } from "../../support/postgres-database.js";

let client: pg.Client;

beforeAll(async () => {
  client = new pg.Client({ connectionString: postgresServerUrl() });
  await client.connect();
  await client.query("set IntervalStyle = iso_8601; set TimeZone = 'UTC'");
});

afterAll(() => client.end());

interface CatalogType {
  readonly oid: number;
  readonly name: string;
  readonly element: number;
}

test("every array type of the server reads as a list of its element type", async () => {
  const { rows } = await client.query<CatalogType>(
    `select a.oid::int4, a.typname as name, a.typelem::int4 as element from pg_type a join pg_type e on e.typarray = a.oid
     where a.oid < 10000 and e.typtype in ('b', 'r', 'm')`,
  );
  const wrong = rows.filter(({ oid, element }) => codecOfOid(oid).name !== `rawArray(${codecOfOid(element).name})`);
  expect(wrong.map(({ name }) => name)).toEqual([]);
  expect(rows.length).toBeGreaterThan(60);
});

test("every range type of the server reads as a range of its element type", async () => {
  const { rows } = await client.query<{ range: number; multirange: number; element: number }>(
    `select rngtypid::int4 as range, rngmultitypid::int4 as multirange, rngsubtype::int4 as element
     from pg_range where rngtypid < 10000`,
  );
  for (const { range, multirange, element } of rows) {
    expect(codecOfOid(range).name).toBe(`rangeOf(${codecOfOid(element).name})`);
    expect(codecOfOid(multirange).name).toBe(`multirangeOf(${codecOfOid(element).name})`);
  }
  expect(rows.length).toBe(6);
});

async function readRaw(sql: string, params: readonly unknown[] = []): Promise<unknown> {
  const result = await client.query<unknown[]>({
    text: sql,
    values: params.map(toRawParameter),
    rowMode: "array",
    types: { getTypeParser: () => (raw: unknown) => raw },
  });
  const value = result.rows[0]?.[0];
  return value === null ? null : codecOfOid(result.fields[0]?.dataTypeID ?? 0).read(value);
}

test.each([
  ["count(*)", 1],
  ["9007199254740991::int8", 2 ** 53 - 1],
  ["9007199254740993::int8", 2n ** 53n + 1n],
  ["array[1, 9007199254740993]::int8[]", [1, 2n ** 53n + 1n]],
  ["1::int2", 1],
  ["1.10::numeric", "1.10"],
  ["array[0.1, null]::numeric[]", ["0.1", null]],
  ["0.1::float4", 0.1],
  ["true", true],
  ["array[true, false]", [true, false]],
  ["'\\x00ff'::bytea", new Uint8Array([0, 255])],
  ["'a'::char(3)", "a  "],
  ["array['a', 'NULL', null, '\"']", ["a", "NULL", null, '"']],
  [
    "array[[1, 2], [3, null]]",
    [
      [1, 2],
      [3, null],
    ],
  ],
  ["'{}'::int4[][]", []],
  ["'{\"a\": [1]}'::jsonb", { a: [1] }],
  ["'null'::json", null],
  ["null::int4", null],
  ["'2024-02-29'::date", "2024-02-29"],
  ["'0044-03-15 BC'::date", "-000043-03-15"],
  ["'2024-01-02 03:04:05.678'::timestamp", new Date("2024-01-02T03:04:05.678Z")],
  ["'2024-01-02 03:04:05+02'::timestamptz", new Date("2024-01-02T01:04:05Z")],
  ["'03:04:05'::time", "03:04:05"],
  ["interval '1 day 2 hours'", "P1DT2H"],
  ["'{(1,1),(0,0);(2,2),(1,1)}'::box[]", ["(1,1),(0,0)", "(2,2),(1,1)"]],
  ["int4range(1, 5)", { lower: 1, upper: 5, lowerInclusive: true, upperInclusive: false, empty: false }],
  ["int8range(1, null)", { lower: 1, upper: null, lowerInclusive: true, upperInclusive: false, empty: false }],
  ["'{[a,b]}'::text", "{[a,b]}"],
  ["row(1, 'a')", "(1,a)"],
] as const)("reads %s", async (sql, value) => {
  expect(await readRaw(`select ${sql}`)).toStrictEqual(value);
});

test.each([
  ["$1::text", 'a"b\\', 'a"b\\'],
  ["$1::int4 + 1", 41, 42],
  ["$1::float8", -0, -0],
  ["$1::float8", Infinity, Infinity],
  ["$1::int8", 2n ** 63n - 1n, 2n ** 63n - 1n],
  ["$1::bool", true, true],
  ["$1::timestamptz", new Date("2024-01-02T03:04:05.678Z"), new Date("2024-01-02T03:04:05.678Z")],
  ["$1::timestamp", new Date("-000043-03-15T00:00:00Z"), new Date("-000043-03-15T00:00:00Z")],
  ["$1::bytea", new Uint8Array([0, 92, 255]), new Uint8Array([0, 92, 255])],
  ["$1::jsonb", { a: [1, null] }, { a: [1, null] }],
  ["$1::int4[]", [1, null, 3], [1, null, 3]],
  [
    "$1::text[]",
    [
      ["a", "NULL"],
      ['"', "\\,{}"],
    ],
    [
      ["a", "NULL"],
      ['"', "\\,{}"],
    ],
  ],
  ["$1::int4[]", [], []],
  ["$1::text", null, null],
] as const)("sends a parameter for %s", async (sql, parameter, value) => {
  expect(await readRaw(`select ${sql}`, [parameter])).toStrictEqual(value);
});

test.each([[undefined], ["\0"], ["\ud800"], [new Date(NaN)], [[undefined]], [Symbol("x")], [() => 1]])(
  "refuses the parameter %s",
  (parameter) => {
    expect(() => toRawParameter(parameter)).toThrow(CodecError);
  },
);
