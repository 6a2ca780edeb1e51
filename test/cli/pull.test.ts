import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseModel } from "../../src/model/model-json.js";
import { folderContents } from "../support/folder-contents.js";
import { runInProcess } from "../support/run-cli.js";
import { changeDatabase, makeShop } from "../support/shop-database.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const adHoc = ["--url", "shop.db", "--out", "out"];

function shopFolder(): string {
  const folder = temporaryFolder();
  makeShop(folder);
  return folder;
}

describe("pull", () => {
  test("writes only the snapshot, from which generate and check then work", async () => {
    const cwd = shopFolder();
    const { code, stdout } = await runInProcess(["pull", ...adHoc], { cwd });
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^ {2}out\/schema\.json: written$/m)]);
    expect(Object.keys(folderContents(join(cwd, "out")))).toEqual([".tablewright.json", "schema.json"]);
    const offline = ["--from", "out/schema.json", "--out", "out", "--name", "shop"];
    expect((await runInProcess(["generate", ...offline], { cwd })).code).toBe(0);
    expect((await runInProcess(["check", ...adHoc], { cwd })).code).toBe(0);
  });

  test("writes to the place that --snapshot names, without a module", async () => {
    const cwd = shopFolder();
    expect((await runInProcess(["pull", "--url", "shop.db", "--snapshot", "deep/shop.json"], { cwd })).code).toBe(0);
    expect(parseModel(readFileSync(join(cwd, "deep/shop.json"), "utf8")).tables.map(({ name }) => name)).toEqual([
      "customer",
      "purchase",
    ]);
    expect(Object.keys(folderContents(cwd))).toEqual(["deep/shop.json", "shop.db"]);
  });

  test("leaves the module's other files alone, which check then calls stale", async () => {
    const cwd = shopFolder();
    await runInProcess(["generate", ...adHoc], { cwd });
    changeDatabase(join(cwd, "shop.db"), "alter table customer add column phone text");
    const before = folderContents(join(cwd, "out"));
    const { stdout } = await runInProcess(["pull", ...adHoc], { cwd });
    expect(stdout).toContain("+ column main.customer.phone");
    const after = folderContents(join(cwd, "out"));
    expect(Object.keys(after).filter((path) => after[path] !== before[path])).toEqual([
      ".tablewright.json",
      "schema.json",
    ]);
    const checked = await runInProcess(["check", ...adHoc], { cwd });
    expect([checked.code, checked.stdout]).toEqual([2, expect.stringMatching(/^ {2}stale {3}tables\/customer\.ts/m)]);
    expect(checked.stdout).not.toContain("schema.json");
  });

  test("says so where nothing changed, and writes nothing with --dry-run", async () => {
    const cwd = shopFolder();
    expect((await runInProcess(["pull", ...adHoc, "--dry-run"], { cwd })).stdout).toContain("would be written");
    expect(Object.keys(folderContents(cwd))).toEqual(["shop.db"]);
    await runInProcess(["pull", ...adHoc], { cwd });
    const before = folderContents(cwd);
    expect((await runInProcess(["pull", ...adHoc], { cwd })).stdout).toContain("out/schema.json: unchanged");
    expect(folderContents(cwd)).toEqual(before);
  });

  test("refuses a folder that holds others' files", async () => {
    const cwd = temporaryFolder({ "out/mine.txt": "mine" });
    makeShop(cwd);
    const { code, stderr } = await runInProcess(["pull", ...adHoc], { cwd });
    expect([code, stderr]).toEqual([1, expect.stringContaining("it holds other files (mine.txt)")]);
  });

  test("needs a place", async () => {
    const { code, stderr } = await runInProcess(["pull", "--url", "shop.db"], { cwd: shopFolder() });
    expect([code, stderr]).toEqual([1, expect.stringContaining('"--out": it is missing')]);
  });
});
