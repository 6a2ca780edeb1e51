import type { LibraryDatabase } from "library";
import { seedCatalogue } from "./catalogue.js";
import { seedLending } from "./lending.js";
import { seedPeople } from "./people.js";
import { Random } from "./random.js";

/** Fills an empty library with the same some thousands of rows, on every engine and in every run. */
export async function seed(db: LibraryDatabase): Promise<void> {
  const random = new Random(20_241_105);
  await db.transaction(async (tx) => {
    const people = await seedPeople(tx, random);
    const catalogue = await seedCatalogue(tx, random, people.branches);
    await seedLending(tx, random, { ...people, ...catalogue });
  });
}
