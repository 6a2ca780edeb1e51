import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { personWhere } from "./arbitrary-where.js";
import { passes } from "./evaluate-where.js";
import { engines, openPeople, people, type OpenPeople, type Person } from "./people.js";

const direction = fc.oneof(
  fc.constantFrom("asc", "desc"),
  fc.record({ dir: fc.constantFrom("asc", "desc"), nulls: fc.constantFrom("first", "last") }),
);
/** Text is left out: its order is the collation's. */
const column = fc.constantFrom("age", "score", "active", "born", "pay", "teamId", "personId");
const ordering = fc
  .uniqueArray(column, { maxLength: 4 })
  .chain((columns) => fc.tuple(...columns.map((name) => direction.map((dir) => ({ [name]: dir })))));

describe.each(engines)("pages in an order made at random, on %s", (engine) => {
  let opened: OpenPeople | undefined;

  beforeAll(async () => {
    opened = await openPeople(engine);
  });

  afterAll(() => opened?.drop());

  it("give every row that passes once, in order, whatever ties and nulls there are", async () => {
    const { db } = opened ?? expect.fail("not opened");
    const where = fc.oneof(fc.constant({}), personWhere(0));
    await fc.assert(
      fc.asyncProperty(ordering, where, fc.integer({ min: 1, max: 60 }), async (orderBy, filter, size) => {
        const rows: Person[] = [];
        let after: string | undefined;
        do {
          const page = await db.people.page({ size, where: filter, orderBy, after });
          expect(page.items.length).toBeLessThanOrEqual(size);
          rows.push(...page.items);
          after = page.next;
        } while (after !== undefined);
        const expected = people.filter((person) => passes(filter, { ...person })).map(({ personId }) => personId);
        expect(rows.map(({ personId }) => personId).sort((a, b) => a - b)).toEqual(expected);
        for (const [index, row] of rows.entries()) {
          const previous = rows[index - 1];
          if (previous !== undefined) expect(compareRows(previous, row, orderBy)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 150 },
    );
  });
});

type Direction = "asc" | "desc" | { readonly dir: string; readonly nulls: string };

function compareRows(one: Person, other: Person, orderBy: readonly object[]): number {
  for (const term of orderBy) {
    const [name = "personId", direction = "asc"] = (Object.entries(term) as [keyof Person, Direction][])[0] ?? [];
    const order = compareValues(one[name], other[name], direction);
    if (order !== 0) return order;
  }
  return 0;
}

function compareValues(one: unknown, other: unknown, direction: Direction): number {
  const descending = (typeof direction === "string" ? direction : direction.dir) === "desc";
  const nullsFirst = typeof direction === "string" ? descending : direction.nulls === "first";
  if (one === null || other === null) return one === other ? 0 : (one === null) === nullsFirst ? -1 : 1;
  const difference = Number(one) - Number(other);
  return descending ? -difference : difference;
}
