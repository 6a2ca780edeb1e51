import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderContents } from "../support/folder-contents.js";
import { runInProcess } from "../support/run-cli.js";
import { changeDatabase, makeShop } from "../support/shop-database.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const adHoc = ["--url", "shop.db", "--out", "out"];

async function generatedFolder(): Promise<string> {
  const cwd = temporaryFolder();
  makeShop(cwd);
  expect((await runInProcess(["generate", ...adHoc], { cwd })).code).toBe(0);
  return cwd;
}

describe("check", () => {
  test("passes a module that is up to date", async () => {
    const cwd = await generatedFolder();
    const result = await runInProcess(["check", ...adHoc], { cwd });
    expect(result).toEqual({ code: 0, stdout: "shop  out is up to date\n", stderr: "" });
  });

  test("tells stale, missing, edited and orphan files apart, and writes nothing", async () => {
    const cwd = await generatedFolder();
    changeDatabase(join(cwd, "shop.db"), "alter table purchase add column note text; drop view big_purchase");
    writeFileSync(join(cwd, "out/index.ts"), "export {};\n");
    rmSync(join(cwd, "out/tables/customer.ts"));
    const before = folderContents(join(cwd, "out"));
    const { code, stdout, stderr } = await runInProcess(["check", ...adHoc], { cwd });
    expect(code).toBe(2);
    expect(stdout).toContain("shop  out is not up to date");
    expect(stdout).toMatch(/^ {2}edited {2}index\.ts/m);
    expect(stdout).toMatch(/^ {2}stale {3}schema\.json/m);
    expect(stdout).toMatch(/^ {2}missing tables\/customer\.ts/m);
    expect(stdout).toMatch(/^ {2}stale {3}tables\/purchase\.ts/m);
    expect(stdout).toMatch(/^ {2}orphan {2}views\/big-purchase\.ts/m);
    expect(stderr).toContain("tablewright generate");
    expect(folderContents(join(cwd, "out"))).toEqual(before);
  });

  test("says what changed in the schema since the snapshot, breaking changes marked", async () => {
    const cwd = await generatedFolder();
    changeDatabase(
      join(cwd, "shop.db"),
      "create table item (item_id integer primary key); alter table customer drop column name",
    );
    const { stdout } = await runInProcess(["check", ...adHoc], { cwd });
    expect(stdout).toContain("the database changed since the snapshot:");
    expect(stdout).toMatch(/^ {4}\+ table main\.item: .*(?<!breaking)$/m);
    expect(stdout).toMatch(/^ {4}- column main\.customer\.name: .*breaking$/m);
  });

  test("fails where nothing was generated yet", async () => {
    const cwd = temporaryFolder();
    makeShop(cwd);
    const { code, stdout } = await runInProcess(["check", ...adHoc], { cwd });
    expect([code, stdout]).toEqual([2, expect.stringMatching(/^ {2}missing index\.ts/m)]);
    expect(Object.keys(folderContents(cwd))).toEqual(["shop.db"]);
  });

  test("gives JSON that a machine may read", async () => {
    const cwd = await generatedFolder();
    changeDatabase(join(cwd, "shop.db"), "create table item (item_id integer primary key)");
    const { code, stdout } = await runInProcess(["check", ...adHoc, "--json"], { cwd });
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      exitCode: 2,
      databases: [
        {
          name: "shop",
          differences: expect.arrayContaining([{ path: "tables/item.ts", kind: "missing" }]) as unknown,
          changes: expect.arrayContaining([
            expect.objectContaining({ subject: "main.item", breaking: false }),
          ]) as unknown,
        },
      ],
    });
  });

  test("says only what differs with --quiet", async () => {
    const cwd = await generatedFolder();
    expect(await runInProcess(["check", ...adHoc, "--quiet"], { cwd })).toEqual({ code: 0, stdout: "", stderr: "" });
    changeDatabase(join(cwd, "shop.db"), "create table item (item_id integer primary key)");
    expect((await runInProcess(["check", ...adHoc, "--quiet"], { cwd })).stdout).toContain("missing tables/item.ts");
  });

  test("works from a snapshot alone", async () => {
    const cwd = await generatedFolder();
    rmSync(join(cwd, "shop.db"));
    const offline = ["check", "--from", "out/schema.json", "--out", "out", "--name", "shop"];
    expect((await runInProcess(offline, { cwd })).code).toBe(0);
    rmSync(join(cwd, "out/index.ts"));
    expect((await runInProcess(offline, { cwd })).code).toBe(2);
  });

  test("compares a snapshot that is kept elsewhere", async () => {
    const cwd = temporaryFolder();
    makeShop(cwd);
    const args = [...adHoc, "--snapshot", "shop.json"];
    await runInProcess(["generate", ...args], { cwd });
    expect((await runInProcess(["check", ...args], { cwd })).code).toBe(0);
    writeFileSync(join(cwd, "shop.json"), "{}");
    const { code, stdout } = await runInProcess(["check", ...args], { cwd });
    expect([code, stdout]).toEqual([2, expect.stringMatching(/^ {2}stale .*shop\.json/m)]);
  });
});
