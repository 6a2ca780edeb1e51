// Compiled with the other sources and never run: what the types of queries take and refuse, and what they give.
import type { ReadRepository } from "../../../src/runtime/read/read-repository.js";
import type { Author, AuthorTypes, Book, BookTagTypes, BookTypes, NoteTypes, Tag } from "./library-tables.js";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** `gives<T>()(value, true)` compiles only for a value of exactly that type. */
declare function gives<T>(): <V>(value: V, is: Same<V, T>) => void;

/** What calls give. */
export async function results(authors: ReadRepository<AuthorTypes>, books: ReadRepository<BookTypes>): Promise<void> {
  const found = await authors.find(1);
  gives<Author | undefined>()(found, true);
  const got = await authors.get(1);
  gives<Author>()(got, true);
  const all = await authors.findMany({ where: { name: "x" }, include: undefined, select: undefined });
  gives<Author[]>()(all, true);
  const picked = await books.findMany({ select: ["bookId", "title"] });
  gives<Pick<Book, "bookId" | "title">[]>()(picked, true);
  const deep = await books.get(1n, {
    include: {
      author: true,
      predecessor: { select: ["pages"] },
      tags: { limit: 1, include: { books: true } },
      sequels: false,
    },
  });
  gives<Author>()(deep.author, true);
  gives<Pick<Book, "pages"> | null>()(deep.predecessor, true);
  for (const { books: others } of deep.tags) gives<Book[]>()(others, true);
  const tag: Tag | undefined = deep.tags[0];
  const page = await books.page({ size: 1, select: ["title"], include: { author: { select: ["name"] } } });
  for (const { author } of page.items) gives<Pick<Author, "name">>()(author, true);
  gives<string | undefined>()(page.next, true);
  for await (const book of books.stream({ select: ["pages"] })) gives<Pick<Book, "pages">>()(book, true);
  // @ts-expect-error not included
  void [deep.sequels, tag];
  // @ts-expect-error not included
  void found?.books;
  // @ts-expect-error not selected
  void picked[0]?.pages;
}

/** What calls refuse. */
export function refusals(
  books: ReadRepository<BookTypes>,
  bookTags: ReadRepository<BookTagTypes>,
  notes: ReadRepository<NoteTypes>,
): void {
  // @ts-expect-error the key is a bigint
  void books.find(1);
  // @ts-expect-error half a key
  void bookTags.find({ bookId: 1n });
  // @ts-expect-error the table has no key
  void notes.find(1);
  // @ts-expect-error no such option
  void books.findMany({ were: {} });
  // @ts-expect-error no such column, beside one that there is
  void books.findMany({ where: { title: "x", titel: "x" } });
  // @ts-expect-error no such operator
  void books.findMany({ where: { title: { eq: "x", likes: "x" } } });
  // @ts-expect-error an operator of text
  void books.findMany({ where: { pages: { contains: "x" } } });
  // @ts-expect-error a column that cannot be null
  void books.findMany({ where: { title: null } });
  // @ts-expect-error undefined is no filter
  void books.findMany({ where: { title: undefined } });
  // @ts-expect-error a relation that is always there
  void books.findMany({ where: { author: null } });
  // @ts-expect-error no value of the enum
  void books.findMany({ where: { binding: "steel" } });
  // @ts-expect-error no such column of the related table
  void books.findMany({ where: { author: { name: "x", nme: "x" } } });
  // @ts-expect-error no such quantifier
  void books.findMany({ where: { tags: { any: {} } } });
  // @ts-expect-error no such column
  void books.findMany({ orderBy: [{ title: "asc" }, { titel: "asc" }] });
  // @ts-expect-error no such direction
  void books.findMany({ orderBy: { title: "up" } });
  // @ts-expect-error no such column
  void books.findMany({ select: ["title", "titel"] });
  // @ts-expect-error no such relation
  void books.findMany({ include: { writer: true } });
  // @ts-expect-error a list's option
  void books.findMany({ include: { author: { limit: 1 } } });
  // @ts-expect-error no such column of the related table
  void books.findMany({ include: { tags: { select: ["name"] } } });
  // @ts-expect-error pages have a size
  void books.page({ orderBy: { title: "asc" } });
  // @ts-expect-error pages follow cursors
  void books.page({ size: 1, offset: 1 });
  // @ts-expect-error counts have no order
  void books.count({ orderBy: { title: "asc" } });
}
