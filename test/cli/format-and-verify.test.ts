import { appendFileSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as prettier from "prettier";
import { beforeAll, describe, expect, test } from "vitest";
import { folderContents } from "../support/folder-contents.js";
import { runInProcess } from "../support/run-cli.js";
import { changeDatabase, makeShop } from "../support/shop-database.js";
import { buildCli, runSpawned } from "../support/spawn-cli.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const args = ["generate", "--url", "shop.db", "--out", "out", "--format"];
const style = { semi: false, singleQuote: true, tabWidth: 4 };

function shopFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder({ ".prettierrc.json": JSON.stringify(style), ...files });
  makeShop(folder);
  return folder;
}

async function unformatted(cwd: string): Promise<readonly string[]> {
  const code = Object.entries(folderContents(join(cwd, "out"))).filter(([path]) => path.endsWith(".ts"));
  const checks = await Promise.all(code.map(([, text]) => prettier.check(text, { ...style, parser: "typescript" })));
  return code.filter((_, index) => checks[index] === false).map(([path]) => path);
}

beforeAll(buildCli);

describe("--format", () => {
  test("applies the Prettier configuration of the project", async () => {
    const cwd = shopFolder();
    const { code, stderr } = await runInProcess(args, { cwd });
    expect([code, stderr]).toEqual([0, ""]);
    expect(await unformatted(cwd)).toEqual([]);
    expect(readFileSync(join(cwd, "out/index.ts"), "utf8")).not.toContain(";\n");
  });

  test("writes nothing the second time, and check agrees", async () => {
    const cwd = shopFolder();
    await runInProcess(args, { cwd });
    const before = folderContents(join(cwd, "out"));
    expect((await runInProcess(args, { cwd })).stdout).toMatch(/^ {2}out: \d+ files unchanged$/m);
    expect(folderContents(join(cwd, "out"))).toEqual(before);
    expect((await runInProcess(["check", ...args.slice(1)], { cwd })).code).toBe(0);
    appendFileSync(join(cwd, "out/index.ts"), "// mine\n");
    const checked = await runInProcess(["check", ...args.slice(1)], { cwd });
    expect([checked.code, checked.stdout]).toEqual([2, expect.stringMatching(/^ {2}edited {2}index\.ts/m)]);
  });

  test("formats only what changed", async () => {
    const cwd = shopFolder();
    await runInProcess(args, { cwd });
    const customer = statSync(join(cwd, "out/tables/customer.ts")).mtimeMs;
    changeDatabase(join(cwd, "shop.db"), "create table later (id integer primary key)");
    const { stdout } = await runInProcess([...args, "--verbose"], { cwd });
    expect(stdout).toContain("+ tables/later.ts");
    expect(stdout).not.toContain("+ tables/customer.ts");
    expect(statSync(join(cwd, "out/tables/customer.ts")).mtimeMs).toBe(customer);
    expect(await unformatted(cwd)).toEqual([]);
  });

  test("formats all again when the configuration of Prettier changes", async () => {
    const cwd = shopFolder();
    await runInProcess(args, { cwd });
    writeFileSync(join(cwd, ".prettierrc.json"), JSON.stringify({ ...style, semi: true }));
    const text = await runSpawnedFree(args, cwd);
    expect(text).toContain(";\n");
  });

  test("leaves alone what .prettierignore names", async () => {
    const cwd = shopFolder({ ".prettierignore": "out/\n" });
    await runInProcess(args, { cwd });
    expect(readFileSync(join(cwd, "out/index.ts"), "utf8")).toContain(";\n");
  });

  test("says what is wrong with a configuration of Prettier", async () => {
    const cwd = shopFolder({ ".prettierrc.json": "{" });
    const { code, stderr } = await runInProcess(args, { cwd });
    expect([code, stderr]).toEqual([1, expect.stringContaining("prettier: formatting")]);
    expect(Object.keys(folderContents(cwd))).not.toContain("out/index.ts");
  });
});

/** In a process of its own, as Prettier keeps the configurations that it has read. */
async function runSpawnedFree(command: readonly string[], cwd: string): Promise<string> {
  expect((await runSpawned(command, { cwd })).code).toBe(0);
  return readFileSync(join(cwd, "out/index.ts"), "utf8");
}

describe("the built command", () => {
  test("formats many files in threads", async () => {
    const cwd = temporaryFolder({ ".prettierrc.json": JSON.stringify(style) });
    const tables = Array.from(
      { length: 60 },
      (_, index) => `create table item_${index} (id integer primary key, label text);`,
    );
    makeShop(cwd, "shop.db", tables.join("\n"));
    const { code, stderr } = await runSpawned(args, { cwd });
    expect([code, stderr]).toEqual([0, ""]);
    expect(await unformatted(cwd)).toEqual([]);
  });

  test("type-checks without a project around the module", async () => {
    const cwd = temporaryFolder();
    makeShop(cwd);
    const { code, stderr } = await runSpawned(["generate", "--url", "shop.db", "--out", "out", "--verify"], { cwd });
    expect([code, stderr]).toEqual([0, ""]);
  });
});

describe("--verify", () => {
  const config = (className: string): string => `export default { databases: { shop: {
    connection: "sqlite:shop.db", out: "out", verify: true,
    repositories: [{ table: "customer", className: "${className}", from: "./customers.js" }],
  } } };`;
  const customers = (body: string): string => `
    import { CustomerRepository, type Customer } from "./out/tables/customer.js";
    export class Customers extends CustomerRepository { ${body} }
  `;

  test("passes a module whose repositories are extended as they can be", async () => {
    const body = "byName(name: string): Promise<Customer | undefined> { return this.findFirst({ where: { name } }); }";
    const cwd = shopFolder({ "tablewright.config.mjs": config("Customers"), "customers.ts": customers(body) });
    const { code, stderr } = await runInProcess(["generate"], { cwd });
    expect([code, stderr]).toEqual([0, ""]);
    expect(readFileSync(join(cwd, "out/index.ts"), "utf8")).toContain("Customers");
  });

  test.each([
    ["a class that its file does not export", config("Costumers"), customers(""), "Costumers"],
    [
      "an error in the user's class",
      config("Customers"),
      customers("wrong(): number { return this.nothing; }"),
      "nothing",
    ],
    [
      "a file that is not there",
      config("Customers").replace("customers.js", "nowhere.js"),
      customers(""),
      "nowhere.js",
    ],
  ])("refuses %s, and writes nothing", async (_what, text, user, message) => {
    const cwd = shopFolder({ "tablewright.config.mjs": text, "customers.ts": user });
    const { code, stderr } = await runInProcess(["generate"], { cwd });
    expect([code, stderr]).toEqual([1, expect.stringContaining("verify: type-checking")]);
    expect(stderr).toContain(message);
    expect(Object.keys(folderContents(cwd))).not.toContain("out/index.ts");
  });
});
