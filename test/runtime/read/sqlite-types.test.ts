import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as c from "../../../src/runtime/codegen/v1/sqlite.js";
import type { Codec } from "../../../src/runtime/codec.js";
import type { ColumnMeta, TableMeta } from "../../../src/runtime/table-meta.js";

interface AnyTypes {
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

/** Lists as JSON text: no codec of SQLite's own makes them, one of a user's can. */
const list: Codec<string[]> = {
  name: "arrayOf(text)",
  read: (value) => JSON.parse(value as string) as string[],
  write: (value) => JSON.stringify(value),
  is: (value): value is string[] => Array.isArray(value),
  wide: false,
};

const parent: TableMeta<AnyTypes> = c.defineTable<AnyTypes>({
  name: "parent",
  read: (row) => ({ id: c.safeInteger.read(row[0]) }),
  columns: {
    id: column("id", c.safeInteger),
    code: column("code", c.text),
    amount: column("amount", c.decimal(2)),
    hash: column("hash", c.bytes),
    real: column("real", c.float64),
    flag: column("flag", c.boolean),
    tags: column("tags", list),
  },
  keys: { primaryKey: ["id"] },
  relations: {
    byCode: { kind: "many", table: () => child, from: ["code"], to: ["code"] },
    byAmount: { kind: "many", table: () => child, from: ["amount"], to: ["amount"] },
    byHash: { kind: "many", table: () => child, from: ["hash"], to: ["hash"] },
    byBoth: { kind: "many", table: () => child, from: ["code", "hash"], to: ["code", "hash"] },
  },
});

const child: TableMeta<AnyTypes> = c.defineTable<AnyTypes>({
  name: "child",
  read: (row) => ({ id: c.safeInteger.read(row[0]) }),
  columns: {
    id: column("id", c.safeInteger),
    code: column("code", c.text),
    amount: column("amount", c.decimal(2)),
    hash: column("hash", c.bytes),
  },
  keys: { primaryKey: ["id"] },
});

describe("filters and relations of the types of SQLite", () => {
  const database = new Database(":memory:");
  let parents: c.ReadRepository<AnyTypes>;

  beforeAll(async () => {
    database.exec(script);
    parents = new c.ReadRepository(parent, await c.openSqlite({ database }));
  });

  afterAll(() => void database.close());

  const cases: readonly [string, object, readonly number[]][] = [
    ["bytes in a list", { hash: { in: [new Uint8Array([0, 1]), new Uint8Array([9])] } }, [1]],
    ["bytes of a view into a larger buffer", { hash: new Uint8Array([7, 0, 1, 7]).subarray(1, 3) }, [1]],
    ["numbers that are not whole, in a list", { real: { in: [0.1, 1e300, 2.5] } }, [1, 3]],
    ["infinity in a list", { real: { in: [-Infinity, Infinity] } }, [2]],
    ["decimals in a list", { amount: { in: ["1.50"] } }, [1]],
    ["decimals compare by value", { amount: { gt: "9.00" } }, [2]],
    ["booleans", { flag: { in: [true] } }, [1]],
    ["a text with a null character", { code: "nul\0x" }, [3]],
    ["such a text in a list", { code: { in: ["nul\0x", "nul\0y"] } }, [3]],
    ["astral characters", { code: { endsWith: "😀" } }, [2]],
    ["startsWith in a column without case", { code: { startsWith: "ab" } }, []],
    ["contains in a column without case", { code: { contains: "BC" } }, []],
    ["eq follows the column's collation", { code: "ABC" }, [1]],
    ["a list's value", { tags: ["a", "b"] }, [1]],
    ["has", { tags: { has: "b" } }, [1]],
    ["hasEvery", { tags: { hasEvery: ["b", "a"] } }, [1]],
    ["hasEvery of nothing", { tags: { hasEvery: [] } }, [1, 2]],
    ["hasSome", { tags: { hasSome: ["z", "a"] } }, [1]],
    ["isEmpty", { tags: { isEmpty: true } }, [2]],
    ["is not empty", { tags: { isEmpty: false } }, [1]],
  ];

  it.each(cases)("%s", async (_, where, expected) => {
    const rows = await parents.findMany({ where, orderBy: { id: "asc" } });
    expect(rows.map(({ id }) => id)).toEqual(expected);
  });

  it.each([
    ["texts that a collation holds equal", "byCode", [[1], [2], []]],
    ["decimals that are stored differently", "byAmount", [[1], [2], []]],
    ["bytes", "byHash", [[1, 3], [2], []]],
    ["several columns", "byBoth", [[1], [2], []]],
  ])("relates rows by %s", async (_, relation, expected) => {
    const include = { [relation]: { orderBy: { id: "asc" } } };
    const rows = (await parents.findMany({ orderBy: { id: "asc" }, include })) as unknown as Record<
      string,
      { id: number }[]
    >[];
    expect(rows.map((row) => row[relation]?.map(({ id }) => id))).toEqual(expected);
  });

  it("pages over every kind of value", async () => {
    for (const property of ["code", "amount", "hash", "real", "flag", "tags"]) {
      const ids: number[] = [];
      let after: string | undefined;
      do {
        const page = await parents.page({ size: 1, after, orderBy: { [property]: "asc" } });
        ids.push(...page.items.map(({ id }) => id));
        after = page.next;
      } while (after !== undefined);
      const sorted = await parents.findMany({ orderBy: { [property]: "asc", id: "asc" } });
      expect(ids).toEqual(sorted.map(({ id }) => id));
    }
  });
});

function column(name: string, codec: Codec): ColumnMeta {
  return { column: name, codec, nullable: name !== "id" };
}

const script = `
  create table parent (
    id integer primary key, code text collate nocase, amount decimal(10, 2), hash blob, real real, flag boolean, tags json
  );
  create table child (id integer primary key, code text collate nocase, amount, hash blob);
  insert into parent values
    (1, 'Abc', 1.5, x'0001', 0.1, 1, '["a","b"]'),
    (2, 'x😀', 10, x'', 9e999, 0, '[]'),
    (3, 'nul' || char(0) || 'x', null, null, 2.5, null, null);
  insert into child values (1, 'aBC', 1.50, x'0001'), (2, 'X😀', 10.0, x''), (3, null, null, x'0001');
`;
