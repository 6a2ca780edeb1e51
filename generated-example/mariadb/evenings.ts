import type { EventInsert, LibraryDatabase } from "./generated/index.js";

/** What MariaDB has beside the tables of the tour: sets, years, bits, its own numbering, and routines. Leaves nothing behind. */
export async function evenings(db: LibraryDatabase, print: (title: string, value: unknown) => void): Promise<void> {
  await db.events.insertMany([0, 1, 2].map(evening));
  const events = await db.events.findMany({ orderBy: { heldOn: "asc" }, include: { branch: { select: ["name"] } } });
  print(
    "evenings",
    events.map(({ eventId, ticket, changedAt, ...event }) => event),
  );
  print("in German", await db.events.findMany({ where: { languages: { has: "de" } }, select: ["title", "languages"] }));
  print("days late", await db.routines.daysLate({ due: "2024-11-05", back: "2024-11-09" }));
  const member = await db.members.get(1);
  const { openLoans, owed } = await db.routines.memberLoans({ card: member.cardNumber });
  print("a member's loans", { openLoans, owed });
  print("events deleted", await db.events.deleteMany({ where: {} }));
}

function evening(index: number): EventInsert {
  return {
    branchId: 1 + index,
    title: ["Poems", "A reading in two languages", "Origami"][index] ?? "",
    heldOn: `2024-11-0${5 + index}`,
    starts: "18:30:00",
    season: 2024,
    languages: index === 1 ? ["de", "en"] : ["en"],
    seats: 20 + index,
    ...(index === 2 ? { doors: "1010", internalNote: "Bring paper." } : {}),
  };
}
