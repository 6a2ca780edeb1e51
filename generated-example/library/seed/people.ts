import type { Branch, Librarian, LibrarianInsert, LibraryDatabase, Member, MemberInsert } from "library";
import type { OpeningHours } from "../opening-hours.js";
import { addDays, toDay, type Random } from "./random.js";
import { branches as houses, familyNames, givenNames } from "./words.js";

export interface People {
  readonly branches: readonly Branch[];
  readonly librarians: readonly Librarian[];
  readonly members: readonly Member[];
}

/** The houses, who works in them and who may borrow from them. */
export async function seedPeople(db: LibraryDatabase, random: Random): Promise<People> {
  const branches = await db.branches.insertMany(
    houses.map((house) => ({ ...house, openingHours: openingHours(random) })),
  );
  const heads = await db.librarians.insertMany(branches.map((branch) => librarian(random, branch, null)));
  const others = branches.flatMap((branch, index) =>
    Array.from({ length: 5 }, () => librarian(random, branch, heads[index] ?? null)),
  );
  const librarians = [...heads, ...(await db.librarians.insertMany(others))];
  return { branches, librarians, members: await seedMembers(db, random, branches) };
}

function openingHours(random: Random): OpeningHours {
  const open = random.pick(["08:30", "09:00", "10:00"]);
  const close = random.pick(["17:00", "18:30", "20:00"]);
  return { mon: [open, close], tue: [open, close], thu: [open, close], fri: [open, close], sat: ["10:00", "14:00"] };
}

function librarian(random: Random, branch: Branch, manager: Librarian | null): LibrarianInsert {
  return {
    branchId: branch.branchId,
    managerId: manager?.librarianId ?? null,
    name: `${random.pick(givenNames)} ${random.pick(familyNames)}`,
    salary: manager === null ? random.price(5_200_000, 6_400_000) : random.price(3_400_000, 4_800_000),
    hiredOn: toDay(random.moment(new Date("2005-01-01T00:00:00Z"), 6500)),
  };
}

async function seedMembers(db: LibraryDatabase, random: Random, branches: readonly Branch[]): Promise<Member[]> {
  const founders = Array.from({ length: 200 }, (_, index) => member(random, random.pick(branches), index));
  const first = await db.members.insertMany(founders);
  const friends = Array.from({ length: 300 }, (_, index) => ({
    ...member(random, random.pick(branches), 200 + index),
    referredById: random.chance(0.4) ? random.pick(first).memberId : null,
  }));
  return [...first, ...(await db.members.insertMany(friends))];
}

function member(random: Random, branch: Branch, index: number): MemberInsert {
  const given = random.pick(givenNames);
  const family = random.pick(familyNames);
  return {
    // More digits than a double holds: 2^53 is 9007199254740992.
    cardNumber: 9_100_000_000_000_000n + BigInt(index) * 7_919n,
    name: `${given} ${family}`,
    email: random.chance(0.85) ? `${given}.${index}@example.org`.toLowerCase() : null,
    group: random.pick(["adult", "adult", "adult", "child", "student", "institution"]),
    branchId: branch.branchId,
    joinedAt: addDays(new Date("2019-01-07T09:00:00Z"), index * 3),
    balance: random.chance(0.2) ? random.price(50, 2500) : "0.00",
    preferences: random.chance(0.5)
      ? { newsletter: random.chance(0.5), languages: random.pickSome(["en", "de", "fr"], 2) }
      : null,
  };
}
