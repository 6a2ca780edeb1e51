import type { Branch, Copy, Librarian, LibraryDatabase, Loan, LoanInsert, Member, TransferInsert } from "library";
import type { Catalogue } from "./catalogue.js";
import type { People } from "./people.js";
import { addDays, toDay, type Random } from "./random.js";

type Library = People & Catalogue;

const opening = new Date("2023-01-02T08:00:00Z");

/** What happens at the counter and behind it: loans, fines, transfers between the houses, orders of new books. */
export async function seedLending(db: LibraryDatabase, random: Random, library: Library): Promise<void> {
  const lendable = library.copies.filter((copy) => copy.condition !== "lost");
  const loans = await db.loans.insertMany(
    lendable.flatMap((copy) => loansOf(random, copy, library.members, library.librarians)),
  );
  await seedFines(db, random, loans);
  await db.transfers.insertMany(
    Array.from({ length: 120 }, () => transfer(random, random.pick(lendable), library.branches)),
  );
  await seedOrders(db, random, library);
}

/** One after the other; only the last one of a copy can be open. */
function loansOf(
  random: Random,
  copy: Copy,
  members: readonly Member[],
  librarians: readonly Librarian[],
): LoanInsert[] {
  const staff = librarians.filter((librarian) => librarian.branchId === copy.branchId);
  const count = random.between(0, 4);
  let free = opening;
  return Array.from({ length: count }, (_, index) => {
    const lentAt = random.moment(free, 120);
    const back = random.moment(lentAt, 45);
    free = back;
    const isOpen = index === count - 1 && random.chance(0.25);
    return {
      bookId: copy.bookId,
      copyNumber: copy.copyNumber,
      memberId: random.pick(members).memberId,
      lentById: random.pick(staff).librarianId,
      returnedToId: isOpen ? null : random.pick(librarians).librarianId,
      lentAt,
      dueOn: toDay(addDays(lentAt, 28)),
      returnedAt: isOpen ? null : back,
      renewals: random.between(0, 2),
    };
  });
}

async function seedFines(db: LibraryDatabase, random: Random, loans: readonly Loan[]): Promise<void> {
  const late = loans.filter((loan) => loan.returnedAt !== null && toDay(loan.returnedAt) > loan.dueOn);
  const fines = late.map(({ loanId, returnedAt }) => ({
    loanId,
    amount: random.price(50, 1200),
    paidAt: returnedAt !== null && random.chance(0.7) ? random.moment(returnedAt, 30) : null,
  }));
  await db.fines.insertMany(fines);
}

function transfer(random: Random, copy: Copy, branches: readonly Branch[]): TransferInsert {
  const others = branches.filter((branch) => branch.branchId !== copy.branchId);
  const sentAt = random.moment(opening, 500);
  return {
    bookId: copy.bookId,
    copyNumber: copy.copyNumber,
    fromBranchId: random.pick(others).branchId,
    toBranchId: copy.branchId,
    sentAt,
    receivedAt: random.chance(0.95) ? random.moment(sentAt, 3) : null,
  };
}

async function seedOrders(db: LibraryDatabase, random: Random, { publishers, books }: Library): Promise<void> {
  const orders = await db.orders.insertMany(
    Array.from({ length: 90 }, () => ({
      publisherId: random.pick(publishers).publisherId,
      status: random.pick(["open", "sent", "delivered", "delivered", "cancelled"] as const),
      placedAt: random.moment(opening, 700),
      note: random.chance(0.2) ? "please send before the holidays" : null,
    })),
  );
  const lines = orders.flatMap(({ orderId, publisherId }) => {
    const wanted = books.filter((book) => book.publisherId === publisherId);
    return random.pickSome(wanted, random.between(1, 8)).map((book, index) => ({
      orderId,
      lineNumber: index + 1,
      bookId: book.bookId,
      quantity: random.between(1, 12),
      unitPrice: book.listPrice,
    }));
  });
  await db.orderLines.insertMany(lines);
}
