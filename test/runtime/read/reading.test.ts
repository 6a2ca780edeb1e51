import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { NotFoundError } from "../../../src/runtime/errors/query-errors.js";
import { ReadRepository } from "../../../src/runtime/read/read-repository.js";
import { engines, openLibrary, type Library } from "./library.js";
import { Author, Book, type AuthorTypes } from "./library-tables.js";

const big1 = 9007199254740993n;

class AuthorRepository extends ReadRepository<AuthorTypes> {
  findByName(name: string): Promise<Author | undefined> {
    return this.findUnique("name", [name]);
  }
}

describe.each(engines)("reading on %s", (engine) => {
  let library: Library;
  beforeAll(async () => void (library = await openLibrary(engine)));
  beforeEach(() => void library.statements());
  afterAll(() => library.close());

  it("finds a row by its key", async () => {
    const book = await library.books.find(big1);
    expect(book).toBeInstanceOf(Book);
    expect(book).toEqual({
      bookId: big1,
      title: "wool_100",
      subtitle: null,
      authorId: 3,
      sequelTo: big1 + 2n,
      pages: 80,
      price: "5.00",
      published: new Date("2002-01-01T00:00:00Z"),
      binding: "paper",
      extra: null,
    });
    expect(await library.books.find(7n)).toBeUndefined();
    expect(await library.bookTags.find({ bookId: 2n, tagId: 20 })).toEqual({ bookId: 2n, tagId: 20 });
    expect(await library.bookTags.find({ bookId: 2n, tagId: 30 })).toBeUndefined();
  });

  it("shapes what it finds", async () => {
    expect(await library.books.find(1n, { select: ["pages", "title"] })).toEqual({ title: "100% wool", pages: 120 });
    expect(await library.bookTags.find({ bookId: 2n, tagId: 20 }, { select: ["tagId"], lock: "update" })).toEqual({
      tagId: 20,
    });
  });

  it("gets a row or fails", async () => {
    expect((await library.authors.get(1)).name).toBe("Ada");
    const failure = library.authors.get(99);
    await expect(failure).rejects.toBeInstanceOf(NotFoundError);
    await expect(failure).rejects.toMatchObject({
      code: "notFound",
      table: "author",
      message: "author: reading by key: no row has it",
    });
  });

  it("finds by a unique key", async () => {
    const authors = new AuthorRepository(library.tables.author, library.executor);
    expect((await authors.findByName("Ben"))?.authorId).toBe(2);
    expect(await authors.findByName("ben")).toBeUndefined();
    expect(new Set(library.statements()).size).toBe(1);
  });

  it("refuses a key that is none", async () => {
    await expect(library.authors.find(undefined as unknown as number)).rejects.toThrow(
      'author: reading by key: "authorId" has no value',
    );
    await expect(library.bookTags.find({ bookId: 1n } as { bookId: bigint; tagId: number })).rejects.toThrow(
      '"tagId" has no value',
    );
    await expect(library.authors.find("1" as unknown as number)).rejects.toThrow('author: writing "authorId" as int32');
    await expect(library.notes.find(1 as never)).rejects.toThrow("note: reading by key: the table has no primary key");
  });

  it("orders rows; null is greater than every value unless told otherwise", async () => {
    const order = async (orderBy: object): Promise<unknown> =>
      (await library.books.findMany({ orderBy, select: ["pages", "bookId"] })).map(({ pages }) => pages);
    expect(await order({ pages: "asc" })).toEqual([80, 80, 120, 120, 300, null]);
    expect(await order({ pages: "desc" })).toEqual([null, 300, 120, 120, 80, 80]);
    expect(await order({ pages: { dir: "asc", nulls: "first" } })).toEqual([null, 80, 80, 120, 120, 300]);
    expect(await order({ pages: { dir: "desc", nulls: "last" } })).toEqual([300, 120, 120, 80, 80, null]);
    expect(await order([{ price: "asc", pages: "desc" }, { bookId: "asc" }])).toEqual([null, 300, 80, 120, 120, 80]);
    expect(await order({ pages: undefined, bookId: "desc" })).toEqual([120, 80, 300, null, 80, 120]);
  });

  it("slices rows", async () => {
    const ids = async (options: object): Promise<unknown> =>
      (await library.tags.findMany({ ...options, orderBy: { tagId: "asc" } })).map(({ tagId }) => tagId);
    expect(await ids({ limit: 2 })).toEqual([10, 20]);
    expect(await ids({ limit: 1, offset: 1 })).toEqual([20]);
    expect(await ids({ offset: 2 })).toEqual([30]);
    expect(await ids({ limit: 0 })).toEqual([]);
    expect(await ids({ limit: undefined, offset: undefined, where: undefined, include: undefined })).toEqual([
      10, 20, 30,
    ]);
  });

  it("selects columns as plain objects, in their order", async () => {
    const [row] = await library.authors.findMany({ where: { authorId: 2 }, select: ["country", "authorId"] });
    expect(Object.entries(row ?? {})).toEqual([
      ["country", null],
      ["authorId", 2],
    ]);
    expect(row).not.toBeInstanceOf(Author);
    expect(await library.authors.findMany({ select: [], limit: 2 })).toEqual([{}, {}]);
  });

  it("finds the first row", async () => {
    expect((await library.authors.findFirst({ orderBy: { authorId: "desc" } }))?.name).toBe("dan");
    expect((await library.authors.findFirst({ orderBy: { authorId: "asc" }, offset: 1 }))?.name).toBe("Ben");
    expect(await library.authors.findFirst({ where: { name: "nobody" } })).toBeUndefined();
  });

  it("streams rows in batches, and stops when it is left", async () => {
    const titles: string[] = [];
    for await (const { title } of library.books.stream({ orderBy: { bookId: "asc" } }, { batchSize: 4 }))
      titles.push(title);
    expect(titles).toEqual(["100% wool", "100 knots", "back\\slash", "Äpfel [*?]", "wool_100", "WOOL"]);
    let seen = 0;
    for await (const row of library.books.stream({}, { batchSize: 1 })) if (row.bookId > 0n && ++seen === 2) break;
    expect(seen).toBe(2);
    expect(await library.authors.count()).toBe(4);
    await expect(async () => {
      for await (const row of library.books.stream({}, { batchSize: 0 })) seen += Number(row.bookId);
    }).rejects.toThrow("book: streaming rows: batchSize takes a whole number from 1");
  });

  it("fails as a promise, never at once", async () => {
    const wrong = library.books.findMany({ orderBy: { titel: "asc" } as object });
    await expect(wrong).rejects.toThrow('book: ordering by "titel": there is no such column');
    await expect(library.books.findMany({ orderBy: { title: "up" } as object })).rejects.toThrow(
      'book: ordering by "title": "asc", "desc" or { dir, nulls } is expected',
    );
    await expect(library.books.findMany({ select: ["nope" as "title"] })).rejects.toThrow('book: selecting "nope"');
    await expect(library.books.findMany({ limit: 1.5 })).rejects.toThrow(
      "book: reading rows: limit takes a whole number from 0",
    );
  });

  it("names the table and the property of a value that cannot be read", async () => {
    await library.run("insert into author values (77, 'x', null); insert into tag values (77, 'y')");
    const { author } = library.tables;
    const broken = {
      ...author,
      columns: { ...author.columns, name: { ...library.tables.book.columns["binding"], column: "name" } },
      read: (): never => library.tables.book.columns["binding"]?.codec.read("x") as never,
    } as typeof author;
    const failing = new ReadRepository<AuthorTypes>(broken, library.executor);
    const expected = { code: "codec", table: "author", property: "name" };
    await expect(failing.find(77)).rejects.toMatchObject(expected);
    await expect(failing.findMany({ select: ["name"] })).rejects.toMatchObject(expected);
    await library.run("delete from author where author_id = 77; delete from tag where tag_id = 77");
  });

  it("prepares the same text for the same shape", async () => {
    for (const name of ["Ada", "Ben"])
      await library.authors.findMany({ where: { name }, orderBy: { name: "asc" }, limit: 5 });
    for (const id of [1, 2]) await library.authors.find(id);
    expect(new Set(library.statements()).size).toBe(2);
  });
});
