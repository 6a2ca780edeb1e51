import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { engines, openLibrary, type Library } from "./library.js";
import { Author, Book, type BookTypes } from "./library-tables.js";

const big1 = 9007199254740993n;
const big2 = 9007199254740995n;

describe.each(engines)("relations on %s", (engine) => {
  let library: Library;
  beforeAll(async () => void (library = await openLibrary(engine)));
  beforeEach(() => void library.statements());
  afterAll(() => library.close());

  it("loads a to-one relation for every row in one statement", async () => {
    const books = await library.books.findMany({ orderBy: { bookId: "asc" }, include: { author: true } });
    expect(books.map(({ author }) => author.name)).toEqual(["Ada", "Ada", "Ben", "Ben", "Cleo", "Cleo"]);
    expect(books[0]).toBeInstanceOf(Book);
    expect(books[0]?.author).toBeInstanceOf(Author);
    expect(library.statements()).toHaveLength(2);
  });

  it("gives null for a to-one relation without a row, and needs no statement where no key is set", async () => {
    const books = await library.books.findMany({ orderBy: { bookId: "asc" }, include: { predecessor: true } });
    expect(books.map(({ predecessor }) => predecessor?.bookId)).toEqual([
      undefined,
      1n,
      undefined,
      undefined,
      big2,
      undefined,
    ]);
    expect(books[0]?.predecessor).toBeNull();
    library.statements();
    const [book] = await library.books.findMany({
      where: { bookId: 4n },
      include: { predecessor: true, sequels: true },
    });
    expect(book).toMatchObject({ predecessor: null, sequels: [] });
    expect(library.statements()).toHaveLength(2);
  });

  it("loads a to-many relation, empty lists included", async () => {
    const authors = await library.authors.findMany({
      orderBy: { authorId: "asc" },
      include: { books: { orderBy: { bookId: "desc" } } },
    });
    expect(authors.map(({ books }) => books.map(({ bookId }) => bookId))).toEqual([
      [2n, 1n],
      [4n, 3n],
      [big2, big1],
      [],
    ]);
  });

  it("counts limit and offset for each parent", async () => {
    const slice = async (options: { limit?: number; offset?: number }): Promise<unknown> => {
      const authors = await library.authors.findMany({
        orderBy: { authorId: "asc" },
        include: { books: { ...options, orderBy: { price: "desc" }, select: ["bookId"] } },
      });
      return authors.map(({ books }) => books);
    };
    expect(await slice({ limit: 1 })).toEqual([[{ bookId: 2n }], [{ bookId: 4n }], [{ bookId: big2 }], []]);
    expect(await slice({ offset: 1 })).toEqual([[{ bookId: 1n }], [{ bookId: 3n }], [{ bookId: big1 }], []]);
    expect(await slice({ limit: 1, offset: 1 })).toEqual([[{ bookId: 1n }], [{ bookId: 3n }], [{ bookId: big1 }], []]);
    expect(await slice({ limit: 0 })).toEqual([[], [], [], []]);
    expect(library.statements()).toHaveLength(8);
  });

  it("slices the rows of a single parent alike", async () => {
    const books = { orderBy: { price: "desc" }, limit: 1, offset: 1, select: ["bookId"] } as const;
    expect(await library.authors.find(1, { include: { books } })).toMatchObject({
      name: "Ada",
      books: [{ bookId: 1n }],
    });
  });

  it("filters related rows", async () => {
    const author = await library.authors.get(3, { include: { books: { where: { published: null } } } });
    expect(author.books.map(({ bookId }) => bookId)).toEqual([big2]);
  });

  it("loads relations through a link table, in both directions", async () => {
    const books = await library.books.findMany({
      orderBy: { bookId: "asc" },
      include: { tags: { orderBy: { label: "asc" }, select: ["label"] } },
    });
    const labels = [["craft"], ["craft", "fruit"], [], ["fruit"], ["craft"], []];
    expect(books.map(({ tags }) => tags)).toEqual(labels.map((row) => row.map((label) => ({ label }))));
    const tags = await library.tags.findMany({
      orderBy: { tagId: "asc" },
      include: {
        books: { orderBy: { bookId: "desc" }, limit: 2, select: [], include: { author: { select: ["name"] } } },
      },
    });
    expect(tags).toEqual([
      { tagId: 10, label: "craft", books: [{ author: { name: "Cleo" } }, { author: { name: "Ada" } }] },
      { tagId: 20, label: "fruit", books: [{ author: { name: "Ben" } }, { author: { name: "Ada" } }] },
      { tagId: 30, label: "none", books: [] },
    ]);
    expect(library.statements()).toHaveLength(5);
  });

  it("matches keys of several columns, of which any may be null", async () => {
    const links = await library.bookTags.findMany({
      orderBy: [{ bookId: "asc" }, { tagId: "asc" }],
      include: { notes: { orderBy: { body: "asc" }, select: ["body"] } },
    });
    const bodies = links.map(({ notes }) => notes.map(({ body }) => body).join());
    expect(bodies).toEqual(["one,two", "four", "three", "", ""]);
    const notes = await library.notes.findMany({ orderBy: { body: "asc" }, include: { bookTag: true } });
    expect(notes.map(({ body, bookTag }) => [body, bookTag?.bookId])).toEqual([
      ["four", 2n],
      ["free", undefined],
      ["lost", undefined],
      ["one", 1n],
      ["three", 2n],
      ["two", 1n],
    ]);
    const [one] = await library.notes.findMany({
      where: { body: "one" },
      include: { bookTag: { include: { notes: true } } },
    });
    expect(one?.bookTag?.notes).toHaveLength(2);
  });

  it("loads relations at any depth with one statement for each", async () => {
    const authors = await library.authors.findMany({
      include: {
        books: { include: { tags: { include: { books: { include: { predecessor: true } } } }, author: true } },
      },
    });
    const book = authors.find(({ authorId }) => authorId === 1)?.books.find(({ bookId }) => bookId === 2n);
    expect(book?.author.name).toBe("Ada");
    expect(
      book?.tags.flatMap(({ books }) => books.map(({ predecessor }) => predecessor?.bookId)).filter(Boolean),
    ).toEqual([1n, big2, 1n]);
    expect(library.statements()).toHaveLength(6);
  });

  it("adds no property that was not asked for", async () => {
    const [picked] = await library.books.findMany({
      where: { bookId: 2n },
      select: ["title"],
      include: { author: { select: ["name"] }, predecessor: { select: ["bookId"] }, sequels: false },
    });
    expect(picked).toEqual({ title: "100 knots", author: { name: "Ada" }, predecessor: { bookId: 1n } });
    // @ts-expect-error not selected
    expect(picked?.pages).toBeUndefined();
    // @ts-expect-error not included
    expect(picked?.tags).toBeUndefined();
  });

  it("works in find, findFirst, page and stream", async () => {
    const include = { author: { select: ["name"] } } as const;
    const expected = { author: { name: "Ada" } };
    expect(await library.books.find(1n, { include })).toMatchObject(expected);
    expect(await library.books.findFirst({ orderBy: { bookId: "asc" }, include })).toMatchObject(expected);
    expect((await library.books.page({ size: 1, include })).items[0]).toMatchObject(expected);
    library.statements();
    const names: string[] = [];
    const query = { orderBy: { bookId: "asc" }, include } as const;
    for await (const book of library.books.stream(query, { batchSize: 2 })) names.push(book.author.name);
    expect(names).toEqual(["Ada", "Ada", "Ben", "Ben", "Cleo", "Cleo"]);
    expect(library.statements().filter((sql) => sql.includes('"author" t'))).toHaveLength(3);
  });

  const refused: readonly [string, unknown, string][] = [
    ["an unknown relation", { writer: true }, 'book: including "writer": there is no such relation'],
    ["a name of Object.prototype", { constructor: true }, 'book: including "constructor": there is no such relation'],
    ["an unknown option", { tags: { wher: {} } }, 'book: including "tags": there is no option "wher"'],
    ["a list's option for to-one", { author: { where: {} } }, 'book: including "author": there is no option "where"'],
    ["a text", { author: "yes" }, 'book: including "author": true or options are expected'],
    ["an unknown column", { author: { select: ["nme"] } }, 'author: selecting "nme": there is no such column'],
    ["a limit below zero", { tags: { limit: -1 } }, "tag: reading rows: limit takes a whole number from 0"],
  ];

  it.each(refused)("refuses %s", async (_, include, message) => {
    const query = { include: include as BookTypes["include"] };
    await expect(library.books.findMany(query)).rejects.toMatchObject({ code: "invalidQuery", message });
  });
});
