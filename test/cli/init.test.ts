import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderContents } from "../support/folder-contents.js";
import { runInProcess } from "../support/run-cli.js";
import { makeShop } from "../support/shop-database.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const withSqlite = JSON.stringify({ name: "app", dependencies: { "better-sqlite3": "^12.0.0" } });
const withPostgres = JSON.stringify({ name: "app", dependencies: { pg: "^8.0.0" } });
const url = "postgres://app:s3cr3t@db.example.com/orders";

const configOf = (cwd: string): string => readFileSync(join(cwd, "tablewright.config.ts"), "utf8");

describe("init", () => {
  test("writes a configuration that generate then takes, and the npm scripts", async () => {
    const cwd = temporaryFolder({ "package.json": `${withSqlite}\n`, "src/main.ts": "" });
    makeShop(cwd);
    const { code, stdout } = await runInProcess(["init"], { cwd });
    expect([code, stdout]).toEqual([0, expect.stringContaining("wrote tablewright.config.ts")]);
    expect(configOf(cwd)).toBe(`import { defineConfig } from "tablewright";

export default defineConfig({
  databases: {
    shop: {
      connection: "sqlite:shop.db",
      out: "src/shop",
    },
  },
});
`);
    expect(JSON.parse(readFileSync(join(cwd, "package.json"), "utf8"))).toMatchObject({
      scripts: { prebuild: "tablewright generate", generate: "tablewright generate", check: "tablewright check" },
    });
    expect((await runInProcess(["generate"], { cwd })).code).toBe(0);
    expect(Object.keys(folderContents(cwd))).toContain("src/shop/tables/customer.ts");
  });

  test.each([
    ["in the environment", {}, { DATABASE_URL: url }],
    ["in .env", { ".env": `DATABASE_URL=${url}\n` }, undefined],
  ])("finds DATABASE_URL %s and never writes it down", async (_where, files, env) => {
    const cwd = temporaryFolder({ "package.json": withPostgres, ...files });
    const { code, stdout } = await runInProcess(["init"], { cwd, ...(env === undefined ? {} : { env }) });
    expect(code).toBe(0);
    expect(configOf(cwd)).toContain('orders: {\n      connection: env("DATABASE_URL"),\n      out: "orders",');
    expect(`${stdout}${configOf(cwd)}`).not.toMatch(/s3cr3t|db\.example\.com/);
    expect(stdout).not.toContain("npm install");
  });

  test("never writes a server's URL that --url gives", async () => {
    const cwd = temporaryFolder({ "package.json": withSqlite });
    const { stdout } = await runInProcess(["init", "--url", url, "--out", "db"], { cwd });
    expect(configOf(cwd)).toContain('connection: env("DATABASE_URL"),\n      out: "db",');
    expect(configOf(cwd)).not.toContain("s3cr3t");
    expect(stdout).toContain("npm install pg");
    expect(stdout).toContain("set DATABASE_URL");
  });

  test("says what is missing where it finds nothing", async () => {
    const { code, stdout } = await runInProcess(["init"], { cwd: temporaryFolder() });
    expect(code).toBe(0);
    expect(stdout).toContain("set DATABASE_URL");
    expect(stdout).toContain("npm install pg");
  });

  test("does not overwrite a configuration without --force, nor one under another name with it", async () => {
    const cwd = temporaryFolder({ "tablewright.config.ts": "mine" });
    const refused = await runInProcess(["init"], { cwd });
    expect([refused.code, refused.stderr]).toEqual([
      1,
      expect.stringContaining('"tablewright.config.ts" is there already'),
    ]);
    expect(configOf(cwd)).toBe("mine");
    expect((await runInProcess(["init", "--force"], { cwd })).code).toBe(0);
    expect(configOf(cwd)).toContain("defineConfig");
    const other = temporaryFolder({ "tablewright.config.json": "{}" });
    expect((await runInProcess(["init", "--force"], { cwd: other })).code).toBe(1);
    expect(Object.keys(folderContents(other))).toEqual(["tablewright.config.json"]);
  });

  test("keeps the scripts that are there, and the file's indentation", async () => {
    const text = `{\n\t"name": "app",\n\t"scripts": {\n\t\t"check": "tsc"\n\t}\n}\n`;
    const cwd = temporaryFolder({ "package.json": text });
    const { stdout } = await runInProcess(["init"], { cwd });
    expect(stdout).toContain("the script check of package.json, which is another one");
    expect(readFileSync(join(cwd, "package.json"), "utf8")).toBe(
      `{\n\t"name": "app",\n\t"scripts": {\n\t\t"check": "tsc",\n\t\t"prebuild": "tablewright generate",\n\t\t"generate": "tablewright generate"\n\t}\n}\n`,
    );
  });

  test("refuses a package.json that does not parse, and writes nothing", async () => {
    const cwd = temporaryFolder({ "package.json": "{" });
    const { code, stderr } = await runInProcess(["init"], { cwd });
    expect([code, stderr]).toEqual([1, expect.stringContaining("package.json")]);
    expect(Object.keys(folderContents(cwd))).toEqual(["package.json"]);
  });
});
