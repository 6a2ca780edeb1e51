import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { generate, type Config, type DatabaseConfig, type GenerateReport } from "../../src/index.js";
import { folderContents } from "../support/folder-contents.js";
import { changeDatabase, makeShop } from "../support/shop-database.js";
import { temporaryFolder } from "../support/temporary-folder.js";

interface Run {
  readonly report: GenerateReport | undefined;
  /** Whether the stages after reading were left out. */
  readonly recalled: boolean;
}

async function run(directory: string, settings: Partial<DatabaseConfig> = {}): Promise<Run> {
  const config: Config = { databases: { shop: { connection: "sqlite:shop.db", out: "out", ...settings } } };
  const told: string[] = [];
  const [report] = await generate(config, { directory, onProgress: (_database, what) => told.push(what) });
  return { report, recalled: !told.includes("rendering") };
}

/** Of a project that has installed something, after a first run. */
async function generatedProject(sql?: string): Promise<string> {
  const directory = temporaryFolder();
  mkdirSync(join(directory, "node_modules"));
  makeShop(directory, "shop.db", sql);
  expect((await run(directory)).recalled).toBe(false);
  return directory;
}

describe("a second run", () => {
  test("on the same catalog leaves planning and rendering out, and reports the same", async () => {
    const directory = await generatedProject("create table odd (id integer primary key, what)");
    const before = folderContents(join(directory, "out"));
    const { report, recalled } = await run(directory);
    expect(recalled).toBe(true);
    expect(report).toMatchObject({ written: [], removed: [], unchanged: Object.keys(before).length - 1 });
    expect(report?.diagnostics.map(({ code, subject }) => [code, subject])).toEqual([["TW1001", "main.odd.what"]]);
    expect(folderContents(join(directory, "out"))).toEqual(before);
  });

  test("renders again after the catalog has changed", async () => {
    const directory = await generatedProject();
    changeDatabase(join(directory, "shop.db"), "create table later (id integer primary key)");
    const { report, recalled } = await run(directory);
    expect([recalled, report?.written]).toEqual([false, expect.arrayContaining(["tables/later.ts"])]);
    expect((await run(directory)).recalled).toBe(true);
  });

  test.each([
    ["importSuffix", { importSuffix: ".ts" }],
    ["a relation's name", { relations: [{ foreignKey: "purchase.customer_id", toOne: "buyer" }] }],
    ["a type rule", { types: [{ column: "customer.customer_id", use: "string" }] }],
    ["exclude", { exclude: ["big_purchase"] }],
    ["the place of the snapshot", { snapshot: "shop.json" }],
  ] satisfies readonly (readonly [string, Partial<DatabaseConfig>])[])(
    "renders again with another %s",
    async (_what, settings) => {
      const directory = await generatedProject();
      expect((await run(directory, settings)).recalled).toBe(false);
      expect((await run(directory, settings)).recalled).toBe(true);
    },
  );

  test("mends what was edited, removed or lost its manifest", async () => {
    const directory = await generatedProject();
    const before = folderContents(join(directory, "out"));
    appendFileSync(join(directory, "out/index.ts"), "// edited\n");
    expect((await run(directory)).report?.written).toEqual(["index.ts"]);
    rmSync(join(directory, "out/tables/customer.ts"));
    expect((await run(directory)).report?.written).toEqual(["tables/customer.ts"]);
    expect(folderContents(join(directory, "out"))).toEqual(before);
    const manifest = join(directory, "out/.tablewright.json");
    writeFileSync(manifest, readFileSync(manifest, "utf8").replace(/"config": "\w+"/, '"config": "other"'));
    expect((await run(directory)).recalled).toBe(false);
    expect(folderContents(join(directory, "out"))).toEqual(before);
  });

  test("has no memory of functions, which cannot be compared", async () => {
    const directory = await generatedProject();
    const naming = (ending: string): Partial<DatabaseConfig> => ({
      naming: { type: (_object, suggested) => `${suggested}${ending}` },
    });
    await run(directory, naming("One"));
    const { recalled, report } = await run(directory, naming("Two"));
    expect([recalled, report?.written.length]).not.toEqual([true, 0]);
    expect(folderContents(join(directory, "out"))["tables/customer.ts"]).toContain("class CustomerTwo");
  });

  test("has none where nothing is installed, nor of a record that is damaged", async () => {
    const directory = temporaryFolder();
    makeShop(directory);
    await run(directory);
    expect((await run(directory)).recalled).toBe(false);
    expect(Object.keys(folderContents(directory)).filter((path) => path.includes("node_modules"))).toEqual([]);
    const other = await generatedProject();
    const [record] = Object.keys(folderContents(other)).filter((path) =>
      path.startsWith("node_modules/.cache/tablewright/"),
    );
    writeFileSync(join(other, record ?? ""), "{");
    expect((await run(other)).recalled).toBe(false);
  });
});
