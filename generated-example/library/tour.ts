import type { BookWhere, LibraryDatabase } from "library";
import { ForeignKeyViolationError, NotFoundError, UniqueViolationError } from "tablewright/runtime";

type Print = (title: string, value: unknown) => void;

/** A walk through a filled library, one call of each kind. It leaves the data as it found them and prints the same on every engine. */
export async function tour(db: LibraryDatabase, print: Print): Promise<void> {
  await reading(db, print);
  await relations(db, print);
  await filters(db, print);
  await pages(db, print);
  await writing(db, print);
  await transactions(db, print);
}

async function reading(db: LibraryDatabase, print: Print): Promise<void> {
  const book = await db.books.get(1);
  print("a book", { title: book.title, price: book.listPrice, format: book.format, published: book.publishedOn });
  print("no book", await db.books.find(-1));
  print("a copy, by a key of two columns", await db.copies.find({ bookId: 1, copyNumber: 1 }));
  print("a branch, by its code", await db.branches.findByCode("HAR"));
  print(
    "the first letters",
    await db.authors.findMany({ select: ["fullName"], orderBy: { authorId: "asc" }, limit: 3 }),
  );
  print(
    "newest member",
    await db.members.findFirst({ orderBy: { joinedAt: "desc" }, select: ["cardNumber", "joinedAt"] }),
  );
  print("open loans", await db.openLoans.count());
  const [stock] = await db.sql<{
    copies: number;
  }>`select count(*) as copies from copy where copy.condition <> ${"lost"}`;
  print("copies, asked in SQL", stock?.copies);
}

async function relations(db: LibraryDatabase, print: Print): Promise<void> {
  const loan = await db.loans.findFirst({
    where: { returnedAt: null },
    orderBy: { loanId: "asc" },
    include: {
      member: { select: ["name"], include: { referredBy: { select: ["name"] } } },
      lentBy: { select: ["name"], include: { manager: { select: ["name"] } } },
      copy: { include: { book: { select: ["title"], include: { publisher: true } }, branch: { select: ["name"] } } },
    },
  });
  print("a loan and all around it", loan);
  const shelves = await db.subjects.findMany({
    where: { parent: { name: "Science" } },
    orderBy: { name: "asc" },
    include: { books: { where: { language: "fr" }, orderBy: { bookId: "asc" }, limit: 2, select: ["title"] } },
  });
  print("French books on science", shelves);
  const branch = await db.branches.get(1, {
    select: ["name"],
    include: {
      transfersByToBranch: { limit: 2, orderBy: { transferId: "asc" }, include: { fromBranch: { select: ["code"] } } },
    },
  });
  print("what came to the central library", branch);
}

async function filters(db: LibraryDatabase, print: Print): Promise<void> {
  const count = async (title: string, where: BookWhere): Promise<void> => print(title, await db.books.count({ where }));
  await count("audiobooks", { format: "audiobook" });
  await count("cheap or thin", { or: [{ listPrice: { lt: "10.00" } }, { pages: { lte: 100 } }] });
  await count("not in English, of the fifties", {
    language: { ne: "en" },
    publishedOn: { between: ["1950-01-01", "1959-12-31"] },
  });
  await count("part of a cycle about clocks", { series: { title: { contains: "Clock" } } });
  await count("never lent", { copies: { every: { loans: { none: {} } } } });
  await count("every copy lost or worn", { copies: { some: {}, every: { condition: { in: ["lost", "worn"] } } } });
  await count("by somebody called O'Neill", { bookAuthors: { some: { author: { familyName: "O'Neill" } } } });
  await count("read more than 2^40 times", { readers: { gt: 1_099_511_627_776n } });
  print("members who owe", await db.members.count({ where: { balance: { gt: "20.00" }, email: { ne: null } } }));
}

async function pages(db: LibraryDatabase, print: Print): Promise<void> {
  let after: string | undefined;
  let count = 0;
  do {
    const page = await db.books.page({ size: 150, orderBy: [{ pages: "desc" }, { title: "asc" }], after });
    const [first] = page.items;
    print(`page ${++count} begins with`, first === undefined ? null : [first.title, first.pages]);
    after = page.next;
  } while (after !== undefined);

  let days = 0;
  for await (const { lentAt, returnedAt } of db.loans.stream(
    { where: { returnedAt: { ne: null } } },
    { batchSize: 500 },
  )) {
    if (returnedAt !== null) days += Math.floor((returnedAt.getTime() - lentAt.getTime()) / 86_400_000);
  }
  print("days that copies were out", days);
}

async function writing(db: LibraryDatabase, print: Print): Promise<void> {
  const made = await db.publishers.insert({ name: "Marginalia" });
  print("inserted", { name: made.name, website: made.website, hasKey: made.publisherId > 0 });
  const same = await db.publishers.upsert(
    { name: "Marginalia", website: "https://marginalia.example" },
    { on: "name", update: ["website"] },
  );
  print("upserted", { website: same.website, isSame: same.publisherId === made.publisherId });
  print("updated", (await db.publishers.update(made.publisherId, { website: null }))?.website);

  const order = await db.orders.insert({
    publisherId: made.publisherId,
    placedAt: new Date("2024-11-05T10:30:00.250Z"),
  });
  const lines = await db.orderLines.insertMany([
    { orderId: order.orderId, lineNumber: 1, bookId: 1, quantity: 3, unitPrice: "12.99" },
    { orderId: order.orderId, lineNumber: 2, bookId: 2, quantity: 10, unitPrice: "0.10" },
  ]);
  print("ordered", { status: order.status, placedAt: order.placedAt, totals: lines.map((line) => line.lineTotal) });

  const again = await db.publishers.insert({ name: "Marginalia" }).catch((error: unknown) => error);
  print("a second of that name", again instanceof UniqueViolationError && { code: again.code, columns: again.columns });
  const early = await db.publishers.delete(made.publisherId).catch((error: unknown) => error);
  print("deleted too early", early instanceof ForeignKeyViolationError && early.code);
  print("orders deleted", await db.orders.deleteMany({ where: { publisher: { name: "Marginalia" } } }));
  print("deleted", await db.publishers.delete(made.publisherId));
  const gone = await db.publishers.get(made.publisherId).catch((error: unknown) => error);
  print("gone", gone instanceof NotFoundError && gone.code);
}

async function transactions(db: LibraryDatabase, print: Print): Promise<void> {
  const before = await db.members.count({ where: { group: "child" } });
  const result = await db
    .transaction(async (tx) => {
      print("children grown up", await tx.members.updateMany({ where: { group: "child" }, set: { group: "student" } }));
      await tx.transaction(async (inner) => inner.members.updateMany({ where: {}, set: { preferences: null } }));
      throw new Error("they are not, yet");
    })
    .catch((error: unknown) => (error instanceof Error ? error.message : error));
  print("taken back", { result, isSame: before === (await db.members.count({ where: { group: "child" } })) });
}
