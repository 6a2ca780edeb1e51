import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { personWhere, teamWhere } from "./arbitrary-where.js";
import { passes } from "./evaluate-where.js";
import { engines, openPeople, people, teams, type OpenPeople } from "./people.js";

describe.each(engines)("filters made at random, on %s", (engine) => {
  let opened: OpenPeople | undefined;

  beforeAll(async () => {
    opened = await openPeople(engine);
  });

  afterAll(() => opened?.drop());

  it("find the people that pass when they are worked out in memory", async () => {
    const { db } = opened ?? expect.fail("not opened");
    await fc.assert(
      fc.asyncProperty(personWhere(2), async (where) => {
        const found = await db.people.findMany({ where, orderBy: { personId: "asc" } });
        const expected = people.filter((person) => passes(where, { ...person })).map(({ personId }) => personId);
        expect(found.map(({ personId }) => personId)).toEqual(expected);
        expect(await db.people.count({ where })).toBe(expected.length);
      }),
      { numRuns: 600 },
    );
  });

  it("find the teams that pass when they are worked out in memory", async () => {
    const { db } = opened ?? expect.fail("not opened");
    await fc.assert(
      fc.asyncProperty(teamWhere(2), async (where) => {
        const found = await db.teams.findMany({ where, orderBy: { teamId: "asc" } });
        const expected = teams.filter((team) => passes(where, { ...team })).map(({ teamId }) => teamId);
        expect(found.map(({ teamId }) => teamId)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });
});
