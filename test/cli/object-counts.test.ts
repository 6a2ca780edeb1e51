import { describe, expect, test } from "vitest";
import { printObjectCounts } from "../../src/cli/report/print-object-counts.js";
import { diagnostic } from "../../src/diagnostics.js";
import { countObjects } from "../../src/model/object-counts.js";
import { makeColumn, makeModel, makeTable, makeView } from "../model/sample-model.js";
import { runInProcess } from "../support/run-cli.js";
import { makeShop } from "../support/shop-database.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const adHoc = ["generate", "--url", "shop.db", "--out", "out"];

function shopFolder(): string {
  const folder = temporaryFolder({});
  makeShop(folder);
  return folder;
}

describe("the end of a generate run", () => {
  test("says that the model holds what the catalog holds", async () => {
    const { stdout } = await runInProcess(adHoc, { cwd: shopFolder() });
    expect(stdout).toMatch(/^ {2}catalog: 2 tables, 1 view, 8 columns, 2 primary keys, .*, all in the model$/m);
  });

  test("says what the configuration leaves out", async () => {
    const { stdout } = await runInProcess([...adHoc, "--exclude", "big_purchase"], { cwd: shopFolder() });
    expect(stdout).toMatch(/^ {4}0 of 1 view in the model: 1 left out by the configuration$/m);
    expect(stdout).not.toContain("all in the model");
  });

  test("has it in JSON, and is silent with --quiet", async () => {
    const cwd = shopFolder();
    const { stdout } = await runInProcess([...adHoc, "--json"], { cwd });
    const { databases } = JSON.parse(stdout) as { databases: [{ objects: object[] }] };
    expect(databases[0].objects[0]).toEqual({ kind: "tables", catalog: 2, model: 2, excluded: 0, codes: [] });
    expect((await runInProcess([...adHoc, "--quiet"], { cwd })).stdout).toBe("");
  });

  test("knows no catalog of a snapshot", async () => {
    const cwd = shopFolder();
    await runInProcess(adHoc, { cwd });
    const fromSnapshot = ["generate", "--from", "out/schema.json", "--out", "other", "--name", "shop"];
    const { code, stdout } = await runInProcess(fromSnapshot, { cwd });
    expect([code, stdout]).toEqual([0, expect.not.stringContaining("catalog:")]);
    const json = await runInProcess([...fromSnapshot, "--json"], { cwd });
    expect(JSON.parse(json.stdout)).toMatchObject({ databases: [{ objects: null }] });
  });
});

describe("a kind of which the model holds less than the catalog", () => {
  const model = makeModel({
    tables: [makeTable("a", { columns: [makeColumn("id")] })],
    views: [makeView("v", { columns: [] })],
  });
  const read = countObjects(model);
  const lost = { catalog: { ...read, columns: 3, triggers: 1 }, read };
  const report = (diagnostics: Parameters<typeof printObjectCounts>[0]["diagnostics"]): readonly string[] =>
    printObjectCounts({ ...emptyReport, model, counted: lost, diagnostics });

  test("names the diagnostics that tell why", () => {
    expect(report([diagnostic("TW1010", "public.v", { reason: "it is broken" })]).slice(1)).toEqual([
      "  1 of 3 columns in the model: see TW1010",
      "  0 of 1 trigger in the model",
    ]);
  });

  test("is told of where no diagnostic does, too", () => {
    expect(report([]).slice(1)).toEqual(["  1 of 3 columns in the model", "  0 of 1 trigger in the model"]);
  });
});

const emptyReport = { name: "a", out: "out", statements: 1, written: [], removed: [], unchanged: 0, refused: false };
