import type { LibraryDatabase, ProgrammeEventInsert } from "./generated/index.js";

/** What only PostgreSQL has: a schema of its own with ranges, arrays, composites and intervals. Leaves nothing behind. */
export async function programme(db: LibraryDatabase, print: (title: string, value: unknown) => void): Promise<void> {
  await db.programme.events.insertMany([0, 1, 2].map(evening));
  const events = await db.programme.events.findMany({ orderBy: { during: "asc" } });
  print(
    "evenings",
    events.map(({ eventId, ...event }) => event),
  );
  const reading = await db.programme.events.findFirst({
    where: { during: { contains: new Date("2024-11-06T19:00:00Z") }, languages: { hasEvery: ["de", "en"] } },
    select: ["title"],
    include: { branch: { select: ["name"] } },
  });
  print("on Wednesday", reading);
  await db.sql`refresh materialized view branch_stock`;
  print("largest stock", await db.branchStocks.findFirst({ orderBy: { copies: "desc" } }));
  print("events deleted", await db.programme.events.deleteMany({ where: {} }));
}

function evening(index: number): ProgrammeEventInsert {
  const day = `2024-11-0${5 + index}`;
  return {
    branchId: 1 + index,
    title: ["Poems", "A reading in two languages", "Origami"][index] ?? "",
    during: {
      lower: new Date(`${day}T18:00:00Z`),
      upper: new Date(`${day}T20:30:00Z`),
      lowerInclusive: true,
      upperInclusive: false,
      empty: false,
    },
    ages: { lower: 6 * index, upper: null, lowerInclusive: true, upperInclusive: false, empty: false },
    room: index === 0 ? null : { floor: index, name: 'the "round" room, (left)' },
    languages: index === 1 ? ["en", "de"] : ["en"],
    seats: index === 2 ? [8, 8, 10] : null,
    reminder: index === 2 ? "P1DT2H" : "PT3H",
  };
}
