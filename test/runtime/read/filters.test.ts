import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { engines, openLibrary, type Library } from "./library.js";
import type { AuthorWhere, BookWhere } from "./library-tables.js";

const big1 = 9007199254740993n;
const big2 = 9007199254740995n;

describe.each(engines)("filters on %s", (engine) => {
  let library: Library;
  beforeAll(async () => void (library = await openLibrary(engine)));
  afterAll(() => library.close());

  const cases: readonly [string, BookWhere, readonly bigint[]][] = [
    ["{} passes all", {}, [1n, 2n, 3n, 4n, big1, big2]],
    ["a value is equality", { title: "WOOL" }, [big2]],
    ["64-bit integers are exact", { bookId: big1 }, [big1]],
    ["null is IS NULL", { subtitle: null }, [2n, big1]],
    ["eq null too", { subtitle: { eq: null } }, [2n, big1]],
    ["ne null is IS NOT NULL", { pages: { ne: null } }, [1n, 2n, 4n, big1, big2]],
    ["ne is true of null", { subtitle: { ne: "B" } }, [1n, 2n, 4n, big1, big2]],
    ["ne of a column without nulls", { authorId: { ne: 2 } }, [1n, 2n, big1, big2]],
    ["in", { pages: { in: [80, 300, 7] } }, [2n, 4n, big1]],
    ["in nothing", { pages: { in: [] } }, []],
    ["in of 64-bit integers", { bookId: { in: [big1, 5n, 1n] } }, [1n, big1]],
    ["in of texts", { title: { in: ["back\\slash", "Äpfel [*?]", "x'\"{},"] } }, [3n, 4n]],
    ["in of decimals goes by value", { price: { in: ["5.00", "12.00"] } }, [2n, 4n, big1]],
    ["in of an enum", { binding: { in: ["cloth"] } }, [2n, 4n, big2]],
    ["in of dates", { published: { in: [new Date("1999-12-31T23:59:59Z")] } }, [4n]],
    ["notIn is true of null", { pages: { notIn: [80, 300] } }, [1n, 3n, big2]],
    ["notIn nothing", { pages: { notIn: [] } }, [1n, 2n, 3n, 4n, big1, big2]],
    ["lt and gte together", { pages: { gte: 80, lt: 120 } }, [2n, big1]],
    ["gt and lte", { bookId: { gt: 2n, lte: big1 } }, [3n, 4n, big1]],
    ["decimals compare by value", { price: { gt: "9.90" } }, [2n, big2]],
    ["between", { price: { between: ["5.00", "9.90"] } }, [1n, 4n, big1]],
    ["dates compare", { published: { lt: new Date("2001-12-31T00:00:00Z") } }, [1n, 4n]],
    ["an enum's value", { binding: "paper" }, [1n, 3n, big1]],
    ["like", { title: { like: "100%" } }, [1n, 2n]],
    ["like one character", { title: { like: "W__L" } }, [big2]],
    ["like with an escape", { title: { like: "100\\%%" } }, [1n]],
    ["like a backslash", { title: { like: "%\\\\%" } }, [3n]],
    ["like takes globs literally", { title: { like: "% [*?]" } }, [4n]],
    ["like tells cases apart", { title: { like: "wool%" } }, [big1]],
    ["ilike does not", { title: { ilike: "wool%" } }, [big1, big2]],
    ["ilike with an escape", { title: { ilike: "WOOL\\_%" } }, [big1]],
    ["notLike", { title: { notLike: "%o%" } }, [3n, 4n, big2]],
    ["notLike is true of null", { subtitle: { notLike: "%b" } }, [2n, 3n, big1, big2]],
    ["startsWith", { title: { startsWith: "100%" } }, [1n]],
    ["startsWith tells cases apart", { title: { startsWith: "wo" } }, [big1]],
    ["startsWith takes globs literally", { title: { startsWith: "Äpfel [*" } }, [4n]],
    ["endsWith", { title: { endsWith: "[*?]" } }, [4n]],
    ["endsWith nothing", { subtitle: { endsWith: "" } }, [1n, 3n, 4n, big2]],
    ["endsWith underscore", { title: { endsWith: "_100" } }, [big1]],
    ["endsWith more than there is", { subtitle: { endsWith: "xxB" } }, []],
    ["contains percent", { title: { contains: "%" } }, [1n]],
    ["contains a backslash", { title: { contains: "k\\s" } }, [3n]],
    ["contains tells cases apart", { title: { contains: "OO" } }, [big2]],
    ["contains nothing", { subtitle: { contains: "" } }, [1n, 3n, 4n, big2]],
    ["and", { and: [{ pages: 80 }, { authorId: 1 }] }, [2n]],
    ["and of nothing", { and: [] }, [1n, 2n, 3n, 4n, big1, big2]],
    ["or", { or: [{ pages: 300 }, { title: { startsWith: "b" } }] }, [3n, 4n]],
    ["or of nothing", { or: [] }, []],
    ["or with {} keeps the parameters of its branches", { or: [{ pages: 300 }, {}], authorId: 2 }, [3n, 4n]],
    ["not is the complement, null included", { not: { pages: { gt: 80 } } }, [2n, 3n, big1]],
    ["not of not", { not: { not: { pages: { gt: 80 } } } }, [1n, 4n, big2]],
    ["not of or", { not: { or: [{ pages: 80 }, { subtitle: "B" }] } }, [1n, 4n, big2]],
    ["not of {}", { not: {} }, []],
    ["not of nothing in a list", { not: { pages: { in: [] } } }, [1n, 2n, 3n, 4n, big1, big2]],
    ["a to-one relation", { author: { name: "Ben" } }, [3n, 4n]],
    ["a to-one relation that is there", { predecessor: {} }, [2n, big1]],
    ["a to-one relation that is not", { predecessor: null }, [1n, 3n, 4n, big2]],
    ["not of a to-one relation", { not: { predecessor: { pages: 120 } } }, [1n, 3n, 4n, big2]],
    ["to-one of to-one", { predecessor: { author: { country: "NZ" } } }, [big1]],
    ["some", { sequels: { some: { title: { contains: "100" } } } }, [1n, big2]],
    ["some of {}", { sequels: { some: {} } }, [1n, big2]],
    ["none", { sequels: { none: {} } }, [2n, 3n, 4n, big1]],
    ["every", { bookTags: { every: { tagId: 10 } } }, [1n, 3n, big1, big2]],
    ["every, where comparing gives null", { sequels: { every: { subtitle: "x" } } }, [2n, 3n, 4n, big1]],
    ["some through a link table", { tags: { some: { label: "fruit" } } }, [2n, 4n]],
    ["none through a link table", { tags: { none: { label: "craft" } } }, [3n, 4n, big2]],
    ["every and some together", { tags: { some: {}, every: { label: "craft" } } }, [1n, big1]],
    [
      "relations within or",
      { or: [{ tags: { some: { label: "fruit" } } }, { author: { name: "Cleo" } }] },
      [2n, 4n, big1, big2],
    ],
    ["to-many over a composite key", { bookTags: { some: { notes: { some: { body: "four" } } } } }, [2n]],
    ["json path", { extra: { path: ["a"], eq: 1 } }, [1n, big2]],
    ["json path into a list", { extra: { path: ["list", 1], eq: "x" } }, [1n]],
    ["json position in a list at the top", { extra: { path: [2], eq: [3] } }, [2n]],
    ["json names are no positions", { extra: { path: ["2"], eq: [3] } }, []],
    ["json position from the end", { extra: { path: ["list", -1], eq: { k: null } } }, [1n]],
    ["json hostile names", { extra: { path: ['we"ird.k', "0"], eq: "zero" } }, [big2]],
    [
      "json eq whole, members in any order",
      { extra: { eq: { deep: { b: true }, list: [1, "x", { k: null }], a: 1 } } },
      [1n],
    ],
    ["json eq text", { extra: { eq: "text" } }, [4n]],
    ["json null is a value", { extra: { eq: null } }, [big1]],
    ["json column without a value", { extra: null }, [3n]],
    ["json eq an empty list", { extra: { path: ["list"], eq: [] } }, [big2]],
    ["json ne is true where nothing is", { extra: { path: ["a"], ne: 1 } }, [2n, 3n, 4n, big1]],
    ["json contains members", { extra: { contains: { deep: { b: true } } } }, [1n]],
    ["json contains elements in any order", { extra: { path: ["list"], contains: [{ k: null }, 1] } }, [1n]],
    ["json list contains a plain value", { extra: { contains: 2 } }, [2n]],
    ["json contains nested lists", { extra: { contains: [[3], 1] } }, [2n]],
    ["json contains an empty object", { extra: { contains: {} } }, [1n, big2]],
    ["json plain value contains itself", { extra: { contains: "text" } }, [4n]],
    ["not of json", { not: { extra: { contains: {} } } }, [2n, 3n, 4n, big1]],
  ];

  it.each(cases)("%s", async (_, where, expected) => {
    const rows = await library.books.findMany({ where, orderBy: { bookId: "asc" } });
    expect(rows.map(({ bookId }) => bookId)).toEqual(expected);
    expect(await library.books.count({ where })).toBe(expected.length);
    expect(await library.books.exists({ where })).toBe(expected.length > 0);
  });

  it("filters by to-many relations of composite keys and back", async () => {
    expect(await library.notes.count({ where: { bookTag: null } })).toBe(2);
    expect(await library.notes.count({ where: { bookTag: { bookId: 1n } } })).toBe(2);
    expect(await library.bookTags.count({ where: { notes: { none: {} } } })).toBe(2);
  });

  it("takes a list of 100,000 values in one statement", async () => {
    const many = Array.from({ length: 100_000 }, (_, index) => BigInt(index * 2));
    library.statements();
    expect(await library.books.count({ where: { bookId: { in: [...many, big1] } } })).toBe(3);
    expect(await library.books.count({ where: { bookId: { in: [1n] } } })).toBe(1);
    // On MariaDB, short lists are written out.
    expect(new Set(library.statements()).size).toBe(library.engine === "mariadb" ? 2 : 1);
    expect(await library.books.count({ where: { title: { notIn: many.map(String) } } })).toBe(6);
  });

  it("takes a list of 10,000 filters", async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({ bookId: BigInt(index * 3), pages: { gt: 0 } }));
    expect(await library.books.count({ where: { or: many } })).toBe(0);
    expect(await library.books.count({ where: { or: [...many, { bookId: 1n }] } })).toBe(1);
    expect(await library.books.count({ where: { and: many.map(() => ({ bookId: 1n })) } })).toBe(1);
  });

  const refused: readonly [string, unknown, string][] = [
    ["undefined", { pages: undefined }, 'book: filtering by "pages": undefined is no filter'],
    [
      "undefined within",
      { not: { or: [{ title: { ne: undefined } }] } },
      'book: filtering by "title": ne takes a value of text',
    ],
    ["undefined in a list", { pages: { in: [1, undefined] } }, 'book: filtering by "pages": in takes a value of int32'],
    ["null in a list", { pages: { in: [1, null] } }, 'book: filtering by "pages": in takes a value of int32'],
    ["an unknown name", { titel: "x" }, 'book: filtering by "titel": there is no such column or relation'],
    ["a name of Object.prototype", { constructor: "x" }, 'book: filtering by "constructor": there is no such'],
    [
      "an unknown operator",
      { title: { likes: "x" } },
      'book: filtering by "title": there is no operator "likes" for text',
    ],
    [
      "an operator of another type",
      { pages: { like: "x" } },
      'book: filtering by "pages": there is no operator "like"',
    ],
    [
      "an inherited operator",
      { title: { toString: "x" } },
      'book: filtering by "title": there is no operator "toString"',
    ],
    ["a value of another type", { pages: "80" }, 'book: filtering by "pages": neither a value of int32'],
    [
      "a number that is none of its type",
      { pages: { gt: 1.5 } },
      'book: filtering by "pages": gt takes a value of int32',
    ],
    ["a comparison with null", { pages: { gt: null } }, 'book: filtering by "pages": gt takes a value of int32'],
    ["an unknown enum value", { binding: "steel" }, 'book: filtering by "binding": neither'],
    ["a class instance as operators", { title: new Map() }, 'book: filtering by "title": neither'],
    ["a between of three", { pages: { between: [1, 2, 3] } }, 'book: filtering by "pages": between takes two values'],
    [
      "a pattern that ends in an escape",
      { title: { like: "x\\" } },
      'book: filtering by "title": like takes a pattern',
    ],
    ["a list where a filter belongs", { not: [] }, 'book: filtering by "not": a filter object is expected'],
    ["a filter where a list belongs", { or: { pages: 1 } }, 'book: filtering by "or": a list of filters is expected'],
    [
      "an unknown quantifier",
      { tags: { any: {} } },
      'book: filtering by "tags": some, every or none is expected, not "any"',
    ],
    [
      "an undefined quantifier",
      { tags: { some: undefined } },
      'book: filtering by "tags.some": a filter object is expected',
    ],
    ["null for to-many", { tags: null }, 'book: filtering by "tags": a filter object is expected'],
    ["undefined in JSON", { extra: { eq: undefined } }, 'book: filtering by "extra": eq takes a value of JSON'],
    ["an unknown operator of JSON", { extra: { gt: 1 } }, 'book: filtering by "extra": there is no operator "gt"'],
    ["a path that is none", { extra: { path: "a", eq: 1 } }, 'book: filtering by "extra": path takes a list'],
  ];

  it.each(refused)("refuses %s", async (_, where, message) => {
    const query = { where: where as BookWhere };
    const expected: unknown = expect.objectContaining({
      code: "invalidQuery",
      message: expect.stringContaining(message) as string,
    });
    await expect(library.books.findMany(query)).rejects.toEqual(expected);
    await expect(library.books.count(query)).rejects.toEqual(expected);
  });

  it("takes columns by any name, and texts that look like SQL", async () => {
    const hostile: AuthorWhere = { name: { in: ["'; drop table author; --", "Ada", '"', "$1", "?"] } };
    expect(await library.authors.findMany({ where: hostile, select: ["authorId"] })).toEqual([{ authorId: 1 }]);
  });
});
