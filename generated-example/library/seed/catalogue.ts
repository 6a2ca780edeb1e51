import type {
  Author,
  Book,
  BookInsert,
  Branch,
  Copy,
  CopyInsert,
  LibraryDatabase,
  Publisher,
  Series,
  Subject,
} from "library";
import { toDay, type Random } from "./random.js";
import { adjectives, familyNames, givenNames, nouns, publisherNames, subjectNames } from "./words.js";

export interface Catalogue {
  readonly publishers: readonly Publisher[];
  readonly books: readonly Book[];
  readonly copies: readonly Copy[];
}

/** What there is to read: titles, who wrote them, and the copies on the shelves. */
export async function seedCatalogue(
  db: LibraryDatabase,
  random: Random,
  branches: readonly Branch[],
): Promise<Catalogue> {
  const publishers = await db.publishers.insertMany(publisherNames.map((name, index) => publisher(name, index)));
  const series = await db.series.insertMany(nouns.slice(0, 8).map((noun) => ({ title: `The ${noun} Cycle` })));
  const books = await db.books.insertMany(
    Array.from({ length: 600 }, (_, index) => book(random, publishers, series, index)),
  );
  await seedAuthors(db, random, books);
  await seedSubjects(db, random, books);
  const copies = await db.copies.insertMany(books.flatMap((title, index) => copiesOf(random, branches, title, index)));
  return { publishers, books, copies };
}

function publisher(name: string, index: number): { name: string; website: string | null } {
  return {
    name,
    website: index % 3 === 0 ? null : `https://${name.toLowerCase().replaceAll(/[^a-z]+/g, "-")}.example`,
  };
}

function book(random: Random, publishers: readonly Publisher[], series: readonly Series[], index: number): BookInsert {
  const cycle = random.chance(0.15) ? random.pick(series) : null;
  return {
    isbn: random.chance(0.9) ? `978${String(1_000_000_000 + index * 104_729)}` : null,
    title: `The ${random.pick(adjectives)} ${random.pick(nouns)}`,
    publisherId: random.pick(publishers).publisherId,
    seriesId: cycle?.seriesId ?? null,
    seriesNumber: cycle === null ? null : random.between(1, 9),
    format: random.pick(["hardcover", "paperback", "paperback", "ebook", "audiobook"]),
    language: random.pick(["en", "en", "en", "de", "fr", "pt"]),
    class: `${random.between(100, 999)}.${random.between(1, 9)} ${random.pick(familyNames).slice(0, 3).toUpperCase()}`,
    publishedOn: random.chance(0.95) ? toDay(random.moment(new Date("1950-01-01T00:00:00Z"), 27_000)) : null,
    pages: random.chance(0.9) ? random.between(60, 900) : null,
    listPrice: random.price(490, 6900),
    readers: BigInt(random.between(10, 9_000_000)) ** (index % 50 === 0 ? 2n : 1n),
    details: random.chance(0.3) ? { weight: random.between(120, 2400), illustrated: random.chance(0.3) } : null,
    cover: random.chance(0.05) ? Uint8Array.from({ length: 16 }, () => random.between(0, 255)) : null,
  };
}

async function seedAuthors(db: LibraryDatabase, random: Random, books: readonly Book[]): Promise<void> {
  const authors: readonly Author[] = await db.authors.insertMany(
    Array.from({ length: 220 }, () => ({
      givenName: random.chance(0.95) ? random.pick(givenNames) : null,
      familyName: random.pick(familyNames),
      bornIn: random.chance(0.8) ? random.between(1880, 1999) : null,
    })),
  );
  const roles = ["editor", "illustrator", "translator"] as const;
  const links = books.flatMap(({ bookId }) =>
    random.pickSome(authors, random.pick([1, 1, 1, 2, 3])).map(({ authorId }, index) => ({
      bookId,
      authorId,
      position: index + 1,
      role: index === 0 ? ("author" as const) : random.pick(roles),
    })),
  );
  await db.bookAuthors.insertMany(links);
}

async function seedSubjects(db: LibraryDatabase, random: Random, books: readonly Book[]): Promise<void> {
  const parents = await db.subjects.insertMany(Object.keys(subjectNames).map((name) => ({ name })));
  const children: readonly Subject[] = await db.subjects.insertMany(
    Object.values(subjectNames).flatMap((names, index) =>
      names.map((name) => ({ name, parentId: parents[index]?.subjectId ?? null })),
    ),
  );
  const links = books.flatMap(({ bookId }) =>
    random.pickSome(children, random.between(1, 3)).map(({ subjectId }) => ({ bookId, subjectId })),
  );
  await db.bookSubjects.insertMany(links);
}

function copiesOf(random: Random, branches: readonly Branch[], title: Book, index: number): CopyInsert[] {
  return Array.from({ length: random.between(1, 5) }, (_, number) => ({
    bookId: title.bookId,
    copyNumber: number + 1,
    branchId: random.pick(branches).branchId,
    barcode: 30_000_000_000_000_000n + BigInt(index * 10 + number) * 1_000_003n,
    condition: random.pick(["new", "good", "good", "good", "worn", "lost"]),
    acquiredOn: toDay(random.moment(new Date("2012-01-01T00:00:00Z"), 4000)),
    paid: random.price(300, 5900),
  }));
}
