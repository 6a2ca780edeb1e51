import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as c from "../../../src/runtime/codegen/v1/postgresql.js";
import type { Codec } from "../../../src/runtime/codec.js";
import type { ColumnMeta } from "../../../src/runtime/table-meta.js";
import { createPostgresDatabase, hasPostgresServer, type PostgresDatabase } from "../../support/postgres-database.js";

interface SpecimenTypes {
  entity: { id: number };
  key: number;
  insert: object;
  update: object;
  where: object;
  orderBy: object;
  include: object;
  relations: object;
  unique: "primaryKey";
  constraint: never;
}

const columns = {
  id: column("id", "int4", c.int32),
  ints: column("ints", "int4[]", c.arrayOf(c.int32)),
  words: column("words", "text[]", c.arrayOfNullable(c.text)),
  grid: column("grid", "int4[]", c.arrayOf(c.arrayOf(c.int32))),
  span: column("span", "int4range", c.rangeOf(c.int32)),
  during: column("during", "tstzrange", c.rangeOf(c.timestamptz)),
  bytes: column("bytes", "bytea", c.bytes),
  real: column("real", "float8", c.float64),
  padded: column("padded", "bpchar", c.text),
  year: column("year", "public.year", c.int32),
  mood: column("mood", '"odd mood"', c.enumOf(["a,b", 'c"d', "NULL"])),
  doc: column("doc", "xml", c.opaqueUnequal),
  at: column("at", "timestamptz", c.timestamptz),
  took: column("took", "interval", c.interval),
  address: column("address", "inet", c.opaque),
  data: column("data", "json", c.json),
};

const specimen = c.defineTable<SpecimenTypes>({
  name: "specimen",
  read: (row) => ({ id: c.int32.read(row[0]) }),
  columns,
  keys: { primaryKey: ["id"] },
});

const versions = (["18", "12"] as const).filter(hasPostgresServer);

describe.each(versions)("filters of the types of PostgreSQL %s", (version) => {
  let database: PostgresDatabase;
  let executor: c.Executor;
  let specimens: c.ReadRepository<SpecimenTypes>;

  beforeAll(async () => {
    database = await createPostgresDatabase({ version, script });
    executor = await c.openPostgresql({ connectionString: database.url });
    specimens = new c.ReadRepository(specimen, executor);
  });

  afterAll(async () => {
    await executor.close();
    await database.drop();
  });

  const range = (lower: unknown, upper: unknown): object => ({
    lower,
    upper,
    lowerInclusive: true,
    upperInclusive: false,
    empty: false,
  });
  const day = (text: string): Date => new Date(`${text}T00:00:00Z`);
  const cases: readonly [string, object, readonly number[]][] = [
    ["an array's value", { ints: [1, 2, 3] }, [1]],
    ["an empty array", { ints: [] }, [2]],
    ["array ne, null included", { ints: { ne: [1, 2, 3] } }, [2, 3]],
    ["array eq null", { ints: null }, [3]],
    ["has", { ints: { has: 2 } }, [1]],
    ["has null", { words: { has: null } }, [1]],
    ["has a text that looks like null", { words: { has: "NULL" } }, [2]],
    ["hasEvery", { words: { hasEvery: ['a "quoted", one', null] } }, [1]],
    ["hasEvery of nothing", { ints: { hasEvery: [] } }, [1, 2]],
    ["hasSome", { ints: { hasSome: [3, 9] } }, [1]],
    ["hasSome of nothing", { ints: { hasSome: [] } }, []],
    ["hasSome with null", { words: { hasSome: [null, "NULL"] } }, [1, 2]],
    ["isEmpty", { ints: { isEmpty: true } }, [2]],
    ["is not empty", { ints: { isEmpty: false } }, [1]],
    ["not of has, null included", { not: { ints: { has: 2 } } }, [2, 3]],
    [
      "an array of arrays",
      {
        grid: [
          [1, 2],
          [3, 4],
        ],
      },
      [1],
    ],
    ["a range's value", { span: range(1, 5) }, [1]],
    ["range eq", { span: { eq: range(1, 5) } }, [1]],
    ["range ne, null included", { span: { ne: range(1, 5) } }, [2, 3]],
    ["range contains", { span: { contains: 4 } }, [1]],
    ["range contains its upper end not", { span: { contains: 5 } }, []],
    ["range containsRange", { span: { containsRange: range(2, 3) } }, [1]],
    ["range containedBy", { span: { containedBy: range(0, 9) } }, [1, 2]],
    ["range overlaps", { span: { overlaps: range(4, null) } }, [1]],
    ["range isEmpty", { span: { isEmpty: true } }, [2]],
    ["range is not empty", { span: { isEmpty: false } }, [1]],
    ["range of times", { during: { contains: day("2020-06-01") } }, [1]],
    ["range without an end", { during: { contains: day("2999-01-01") } }, [2]],
    ["bytes", { bytes: new Uint8Array([0, 255]) }, [1]],
    ["bytes in a list", { bytes: { in: [new Uint8Array([0, 255]), new Uint8Array([])] } }, [1, 2]],
    ["bytes compare", { bytes: { gt: new Uint8Array([]) } }, [1]],
    ["NaN is equal to itself, and greatest", { real: { gte: Number.NaN } }, [2]],
    ["Infinity", { real: { in: [Infinity, -0.5] } }, [1]],
    ["padded text", { padded: { in: ["ab  ", "x"] } }, [1]],
    ["a domain", { year: { in: [1999] } }, [1]],
    ["an enum of odd labels", { mood: { in: ["a,b", "NULL"] } }, [1, 3]],
    ["an enum's value", { mood: 'c"d' }, [2]],
    ["a type without equality", { doc: { ne: null } }, [1]],
    ["a type without equality is null", { doc: null }, [2, 3]],
    ["times", { at: { in: [day("2020-01-01")] } }, [1]],
    ["intervals compare by length", { took: { in: ["PT24H"] } }, [1]],
    ["inet", { address: { in: ["10.0.0.1"] } }, [1]],
    ["json that is not jsonb", { data: { path: ["a"], eq: 1 } }, [1]],
  ];

  it.each(cases)("%s", async (_, where, expected) => {
    const rows = await specimens.findMany({ where, orderBy: { id: "asc" } });
    expect(rows.map(({ id }) => id)).toEqual(expected);
  });

  it.each(Object.keys(columns).filter((name) => name !== "doc" && name !== "data"))("pages by %s", async (property) => {
    const ids: number[] = [];
    let after: string | undefined;
    do {
      const page = await specimens.page({ size: 1, after, orderBy: { [property]: "desc" } });
      ids.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== undefined);
    const sorted = await specimens.findMany({ orderBy: { [property]: "desc", id: "desc" } });
    expect(ids).toEqual(sorted.map(({ id }) => id));
  });

  it.each([
    ["lists of lists", { grid: { has: [1, 2] } }, "has takes elements that are not lists themselves"],
    ["a value of a type without equality", { doc: "<a/>" }, "neither a value of opaqueUnequal nor operators"],
    ["an element of another type", { ints: { has: "1" } }, "has takes a value of arrayOf(int32)"],
    ["half a range", { span: { lower: 1 } }, 'there is no operator "lower"'],
  ])("refuses %s", async (_, where, message) => {
    await expect(specimens.findMany({ where })).rejects.toThrow(message);
  });
});

function column(name: string, type: string, codec: Codec): ColumnMeta {
  return { column: name, codec, type, nullable: name !== "id" };
}

const script = `
  create domain year as int4 check (value > 0);
  create type "odd mood" as enum ('a,b', 'c"d', 'NULL');
  create table specimen (
    id int4 primary key, ints int4[], words text[], grid int4[][], span int4range, during tstzrange, bytes bytea, real float8,
    padded char(4), year year, mood "odd mood", doc xml, at timestamptz, took interval, address inet, data json
  );
  insert into specimen values
    (1, '{1,2,3}', array['a "quoted", one', null], '{{1,2},{3,4}}', '[1,5)', '[2020-01-01 00:00:00+00,2021-01-01 00:00:00+00)', '\\x00ff',
      'Infinity', 'ab', 1999, 'a,b', '<a/>', '2020-01-01 00:00:00+00', '1 day', '10.0.0.1', '{"a": 1}'),
    (2, '{}', '{"NULL"}', '{}', 'empty', '[2022-01-01 00:00:00+00,)', '\\x', 'NaN', 'cd', 2020, 'c"d', null,
      '2020-01-01 00:00:00.000001+00', '1 month', 'fe80::1', '[]'),
    (3, null, null, null, null, null, null, null, null, null, 'NULL', null, null, null, null, null);
`;
