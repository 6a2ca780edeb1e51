import { check } from "prettier";
import { describe, expect, it } from "vitest";
import type { RoutineModel } from "../../src/model/database-model.js";
import { planModel, renderModel } from "../emit/planned-module.js";
import { makeParameter, makeRoutine, text } from "../emit/rich-model.js";
import { makeColumn, makeModel, makeTable } from "../model/sample-model.js";

const ofInteger = makeRoutine("area", { parameters: [makeParameter("side")] });
const ofText = makeRoutine("area", { parameters: [makeParameter("side", { type: text, databaseType: "text" })] });
const ofTwo = makeRoutine("area", { parameters: [makeParameter("width"), makeParameter("height")] });

async function routinesOf(...routines: readonly RoutineModel[]): Promise<string> {
  return (await renderModel(makeModel({ routines }))).get("routines.ts") ?? "";
}

/** The methods and the exported names of a module of routines. */
async function namesOf(...routines: readonly RoutineModel[]): Promise<readonly string[]> {
  const module = await routinesOf(...routines);
  return [...module.matchAll(/^(?: {2}|export (?:type|interface|class) )(\w+)(?=[ (])/gm)].map(([, name = ""]) => name);
}

describe("an overload that is added", () => {
  const sets = [[ofInteger], [ofText], [ofTwo], [ofInteger, ofText], [ofInteger, ofTwo], [ofText, ofTwo]];

  it.each(sets)("takes no name away (%#)", async (...before) => {
    const others = [ofInteger, ofText, ofTwo].filter((routine) => !before.includes(routine));
    for (const added of others) {
      const after = await namesOf(...before, added);
      expect((await namesOf(...before)).filter((name) => !after.includes(name))).toEqual([]);
    }
  });

  it("goes to the place that is its own, whatever the catalog's order", async () => {
    expect(await routinesOf(ofTwo, ofText, ofInteger)).toBe(await routinesOf(ofInteger, ofTwo, ofText));
  });
});

describe("a database", () => {
  const table = makeTable("routines", { columns: [makeColumn("id")] });

  it("has its table `routines` under that name where it has no routines", () => {
    const { files, diagnostics } = planModel(makeModel({ tables: [table] }));
    expect(files.map(({ path }) => path)).not.toContain("routines.ts");
    expect(diagnostics).toEqual([]);
  });

  it("leaves out the routines that the configuration leaves out", async () => {
    const model = makeModel({ routines: [ofTwo, makeRoutine("audit_a"), makeRoutine("audit_b")] });
    const chosen = async (routines: boolean | readonly string[]): Promise<string> =>
      (await renderModel(model, { routines })).get("routines.ts") ?? "";
    expect(await chosen(false)).toBe("");
    expect(await chosen(["!audit_*"])).toMatch(/^(?!.*audit).*\barea\(/s);
    expect(await chosen(["audit_*", "!public.audit_b"])).toMatch(/^(?!.*(?:area|audit_b)).*\bauditA\(/s);
  });

  it("whose routines have types that are not known warns of each", () => {
    const unknown = { type: { kind: "unsupported" }, databaseType: "cube" } as const;
    const routine = makeRoutine("f", {
      parameters: [makeParameter("x", unknown)],
      returns: { ...unknown, set: false },
    });
    const { diagnostics } = planModel(makeModel({ routines: [routine] }));
    expect(diagnostics.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      ["TW1020", "warning", 'the type "cube" of the parameter "x" is not known, so it is declared unknown'],
      ["TW1020", "warning", 'the type "cube" of the result is not known, so it is declared unknown'],
    ]);
  });
});

it("names of any length are printed as Prettier prints them", async () => {
  const lengths = Array.from({ length: 63 }, (_, index) => index + 1);
  const record = { type: { kind: "unsupported" }, databaseType: "record", set: true } as const;
  const columns = [makeParameter("a", { mode: "table" }), makeParameter("b", { mode: "table" })];
  const routines = lengths.flatMap((length) => [
    makeRoutine("f".repeat(length), { parameters: [makeParameter("x"), ...columns], returns: record }),
    makeRoutine("p".repeat(length), {
      kind: "procedure",
      parameters: [makeParameter("q".repeat(length), { mode: "inout" })],
      returns: null,
    }),
  ]);
  expect(await check(await routinesOf(...routines), { filepath: "routines.ts" })).toBe(true);
});
