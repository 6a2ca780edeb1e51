import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openNodes, type Nodes } from "./node-table.js";

describe.each(["mariadb", "mysql"] as const)("reading on MariaDB by statements for %s", (dialect) => {
  let open: Nodes;
  beforeAll(async () => {
    open = await openNodes(dialect);
    await open.nodes.insertMany([
      { id: 1, code: "Abc", label: "ABC%", features: ["b", "a"], mask: "0011" },
      { id: 2, code: "bcd", label: "äbc|x", features: [], mask: "1111" },
      { id: 3, code: "b\\c", label: "a\\bc ", features: ["c"], parentId: 1 },
      { id: 4, code: "b%c", label: null, features: ["a", "b", "c"], parentId: 2 },
    ]);
  });
  afterAll(() => open.close());

  const ids = async (where: object): Promise<readonly number[]> =>
    (await open.nodes.findMany({ where, orderBy: { id: "asc" } })).map(({ id }) => id);

  test.each<[string, object, readonly number[]]>([
    ["equality follows the column's collation", { code: "ABC" }, [1]],
    ["and so do lists", { code: { in: ["ABC", "BCD"] } }, [1, 2]],
    ["patterns tell cases apart", { code: { like: "a%" } }, []],
    ["patterns in the right case", { code: { like: "A%" } }, [1]],
    ["patterns that begin with a mark", { label: { like: "%BC%" } }, [1]],
    ["ilike does not tell cases apart", { label: { ilike: "%bC%" } }, [1, 2, 3]],
    ["ilike tells accents apart", { label: { ilike: "a%" } }, [1, 3]],
    ["startsWith", { label: { startsWith: "ä" } }, [2]],
    ["startsWith is exact", { label: { startsWith: "abc" } }, []],
    ["contains takes marks as they are", { label: { contains: "%" } }, [1]],
    ["contains takes the escape character as it is", { label: { contains: "|" } }, [2]],
    ["contains takes a backslash as it is", { code: { contains: "\\" } }, [3]],
    ["an escaped mark", { code: { like: "b\\%c" } }, [4]],
    ["an escaped backslash", { code: { like: "b\\\\c" } }, [3]],
    ["an escaped letter", { code: { like: "b\\c\\d" } }, [2]],
    ["endsWith, blanks too", { label: { endsWith: " " } }, [3]],
    ["notLike finds null", { label: { notLike: "%B%" } }, [2, 3, 4]],
    ["has", { features: { has: "a" } }, [1, 4]],
    ["hasEvery", { features: { hasEvery: ["b", "a"] } }, [1, 4]],
    ["hasEvery of nothing", { features: { hasEvery: [] } }, [1, 2, 3, 4]],
    ["hasSome", { features: { hasSome: ["c", "b"] } }, [1, 3, 4]],
    ["hasSome of nothing", { features: { hasSome: [] } }, []],
    ["isEmpty", { features: { isEmpty: true } }, [2]],
    ["not isEmpty", { features: { isEmpty: false } }, [1, 3, 4]],
    ["a set, in whatever order", { features: ["a", "b"] }, [1]],
    ["a set that differs", { features: { ne: ["a", "b"] } }, [2, 3, 4]],
    ["bits", { mask: "0011" }, [1]],
    ["a list of bits", { mask: { in: ["0011", "1111", "1000"] } }, [1, 2]],
    ["bits have an order", { mask: { gt: "0011" } }, [2]],
  ])("%s", async (_what, where, expected) => {
    expect(await ids(where)).toEqual(expected);
  });

  test("takes long lists of every kind of value", async () => {
    const numbers = Array.from({ length: 9000 }, (_, index) => index + 3);
    expect(await ids({ id: { in: numbers } })).toEqual([3, 4]);
    expect(await ids({ code: { in: [...numbers.map(String), "ABC", "b\\c", '"'] } })).toEqual([1, 3]);
    expect(await ids({ mask: { in: [...numbers.map(() => "0001"), "1111"] } })).toEqual([2]);
    expect(await ids({ made: { in: numbers.map((millis) => new Date(millis * 1000)) } })).toEqual([]);
  });

  test("orders nulls last, ascending, and by an index where none are", async () => {
    const labels = await open.nodes.findMany({ orderBy: { label: "asc" } });
    expect(labels.at(-1)?.label).toBeNull();
    const first = await open.nodes.findMany({ orderBy: { label: "desc" } });
    expect(first[0]?.label).toBeNull();
    open.statements();
    await open.nodes.findMany({ orderBy: { id: "desc" }, limit: 2, offset: 1 });
    expect(open.statements()[0]).toMatch(/ order by t0\.`id` desc limit 2 offset 1$/);
    await open.nodes.findMany({ orderBy: { label: "desc" }, offset: 1 });
    expect(open.statements()[0]).toMatch(
      / order by t0\.`label` is null desc, t0\.`label` desc limit 18446744073709551615 offset 1$/,
    );
  });

  test("throws for a date with zeros where a Date is declared, and gives the text where a string is", async () => {
    await open.run(
      "set sql_mode = ''; insert into node (id, code, made, born) values (50, 'zero', '0000-00-00', '0000-00-00'), (51, 'part', null, '2024-00-10')",
    );
    await expect(open.nodes.find(50)).rejects.toMatchObject({ code: "codec", table: "node", property: "made" });
    expect(await open.nodes.find(51, { select: ["born"] })).toEqual({ born: "2024-00-10" });
    expect(await open.nodes.find(50, { select: ["born"] })).toEqual({ born: "0000-00-00" });
    await open.run("delete from node where id >= 50");
  });
});
