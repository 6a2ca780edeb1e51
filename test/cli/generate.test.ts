import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderContents } from "../support/folder-contents.js";
import { runInProcess } from "../support/run-cli.js";
import { changeDatabase, makeShop } from "../support/shop-database.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const adHoc = ["generate", "--url", "shop.db", "--out", "out"];

function shopFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder(files);
  makeShop(folder);
  return folder;
}

describe("generate without a configuration", () => {
  test("writes the module of a database file, and says what it read and wrote", async () => {
    const cwd = shopFolder();
    const { code, stdout, stderr } = await runInProcess(adHoc, { cwd });
    expect(stderr).toBe("");
    expect(stdout).toContain("shop  2 tables, 1 view, 8 columns, 1 foreign key  (sqlite, ");
    expect(stdout).toMatch(/^ {2}out: \d+ files written$/m);
    expect(code).toBe(0);
    const files = folderContents(join(cwd, "out"));
    expect(Object.keys(files)).toEqual([
      ".tablewright.json",
      "index.ts",
      "schema.json",
      "tables/customer.ts",
      "tables/purchase.ts",
      "views/big-purchase.ts",
    ]);
    expect(files["index.ts"]).toContain("class ShopDatabase");
  });

  test("writes nothing the second time", async () => {
    const cwd = shopFolder();
    await runInProcess(adHoc, { cwd });
    const before = folderContents(join(cwd, "out"));
    const { code, stdout } = await runInProcess(adHoc, { cwd });
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^ {2}out: \d+ files unchanged$/m)]);
    expect(folderContents(join(cwd, "out"))).toEqual(before);
  });

  test("takes the class's name from --name, and the URL's forms alike", async () => {
    const cwd = shopFolder();
    for (const url of ["sqlite:shop.db", `sqlite://${join(cwd, "shop.db")}`, join(cwd, "shop.db")]) {
      const { code } = await runInProcess(["generate", "--url", url, "--out", "out", "--name", "corner_shop"], { cwd });
      expect(code).toBe(0);
      expect(folderContents(join(cwd, "out"))["index.ts"]).toContain("class CornerShopDatabase");
    }
  });

  test("removes the file of a table that is gone", async () => {
    const cwd = shopFolder();
    await runInProcess(adHoc, { cwd });
    changeDatabase(join(cwd, "shop.db"), "drop view big_purchase");
    const { stdout } = await runInProcess(adHoc, { cwd });
    expect(stdout).toMatch(/written, 1 removed, \d+ unchanged/);
    expect(Object.keys(folderContents(join(cwd, "out")))).not.toContain("views/big-purchase.ts");
  });

  test("names the files and writes none with --dry-run", async () => {
    const cwd = shopFolder();
    const { code, stdout } = await runInProcess([...adHoc, "--dry-run"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain("+ tables/customer.ts");
    expect(stdout).toContain("would be written");
    expect(Object.keys(folderContents(cwd))).toEqual(["shop.db"]);
  });

  test("gives JSON that a machine may read", async () => {
    const cwd = shopFolder();
    const { stdout } = await runInProcess([...adHoc, "--json"], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      exitCode: 0,
      dryRun: false,
      databases: [
        {
          name: "shop",
          engine: "sqlite",
          counts: { tables: 2, views: 1, columns: 8, foreignKeys: 1 },
          removed: [],
          unchanged: 0,
          diagnostics: [],
        },
      ],
    });
  });

  test("says nothing with --quiet", async () => {
    expect(await runInProcess([...adHoc, "--quiet"], { cwd: shopFolder() })).toEqual({
      code: 0,
      stdout: "",
      stderr: "",
    });
  });

  test("reads a snapshot in place of the database", async () => {
    const cwd = shopFolder();
    await runInProcess(adHoc, { cwd });
    const live = folderContents(join(cwd, "out"));
    rmSync(join(cwd, "shop.db"));
    const { code, stdout } = await runInProcess(
      ["generate", "--from", "out/schema.json", "--out", "offline", "--name", "shop"],
      { cwd },
    );
    expect([code, stdout]).toEqual([0, expect.stringContaining("(sqlite, from a snapshot)")]);
    expect(folderContents(join(cwd, "offline"))).toEqual(live);
  });

  test("takes only what --include and --exclude leave", async () => {
    const cwd = shopFolder();
    await runInProcess([...adHoc, "--include", "customer", "purchase", "--exclude", "customer.email"], { cwd });
    const files = folderContents(join(cwd, "out"));
    expect(Object.keys(files)).toEqual([
      ".tablewright.json",
      "index.ts",
      "schema.json",
      "tables/customer.ts",
      "tables/purchase.ts",
    ]);
    expect(files["tables/customer.ts"]).not.toContain("email");
  });
});

describe("generate with a configuration", () => {
  const config = `
    import { defineConfig, env } from "tablewright";
    export default defineConfig({
      databases: {
        shop: { connection: env("SHOP"), out: "src/shop" },
        stock: { connection: async () => "sqlite:stock.db", out: "src/stock", snapshot: "stock.json" },
      },
    });`;

  function twoDatabases(): string {
    const folder = shopFolder({ "tablewright.config.ts": config, ".env": "SHOP=sqlite:shop.db\n" });
    makeShop(folder, "stock.db", "create table item (item_id integer primary key, label text not null)");
    return folder;
  }

  test("writes every database of it, secrets looked up in .env, providers asked, the snapshot where it is kept", async () => {
    const cwd = twoDatabases();
    const { code, stdout, stderr } = await runInProcess(["generate"], { cwd });
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/shop {2}2 tables[^]*stock {2}1 table/);
    const files = Object.keys(folderContents(cwd));
    expect(files).toContain("src/shop/schema.json");
    expect(files).toContain("src/stock/tables/item.ts");
    expect(files).toContain("stock.json");
    expect(files).not.toContain("src/stock/schema.json");
  });

  test("writes only the database that --database names", async () => {
    const cwd = twoDatabases();
    await runInProcess(["generate", "--database", "stock"], { cwd });
    expect(Object.keys(folderContents(cwd)).filter((path) => path.startsWith("src/shop"))).toEqual([]);
  });

  test("is found by --config, its paths starting at its own folder", async () => {
    const cwd = twoDatabases();
    const { code } = await runInProcess(["generate", "--config", join(cwd, "tablewright.config.ts")], {
      cwd: temporaryFolder(),
    });
    expect(code).toBe(0);
    expect(Object.keys(folderContents(cwd))).toContain("src/stock/tables/item.ts");
  });

  test("lets flags win over it", async () => {
    const cwd = twoDatabases();
    await runInProcess(["generate", "--database", "stock", "--out", "elsewhere", "--import-suffix", ".ts"], { cwd });
    expect(folderContents(cwd)["elsewhere/index.ts"]).toContain('from "./tables/item.ts"');
  });

  test("takes the environment before .env", async () => {
    const cwd = twoDatabases();
    const { stdout } = await runInProcess(["generate", "--database", "shop"], {
      cwd,
      env: { SHOP: "sqlite:stock.db" },
    });
    expect(stdout).toContain("shop  1 table,");
  });

  test("writes no database when one fails", async () => {
    const cwd = twoDatabases();
    await runInProcess(["generate"], { cwd });
    changeDatabase(join(cwd, "shop.db"), "create table more (id integer primary key)");
    rmSync(join(cwd, "stock.db"));
    const before = folderContents(join(cwd, "src"));
    const { code, stderr } = await runInProcess(["generate"], { cwd });
    expect(code).toBe(3);
    expect(stderr).toContain("stock.db");
    expect(folderContents(join(cwd, "src"))).toEqual(before);
  });
});

describe("--strict", () => {
  const odd = "create table odd (id integer primary key, what)";

  test("fails on a warning with its own code, and writes nothing", async () => {
    const cwd = temporaryFolder();
    makeShop(cwd, "odd.db", odd);
    const args = ["generate", "--url", "odd.db", "--out", "out"];
    const lenient = await runInProcess(args, { cwd });
    expect([lenient.code, lenient.stdout]).toEqual([0, expect.stringMatching(/warning TW1001 main\.odd\.what: /)]);
    const before = folderContents(join(cwd, "out"));
    changeDatabase(join(cwd, "odd.db"), "create table more (id integer primary key)");
    const strict = await runInProcess([...args, "--strict"], { cwd });
    expect(strict.code).toBe(4);
    expect(strict.stdout).toContain("nothing is written");
    expect(folderContents(join(cwd, "out"))).toEqual(before);
  });

  test("passes where there is nothing to warn of", async () => {
    expect((await runInProcess([...adHoc, "--strict"], { cwd: shopFolder() })).code).toBe(0);
  });
});

describe("user code", () => {
  test("beside the generated files is left alone", async () => {
    const cwd = shopFolder();
    await runInProcess(adHoc, { cwd });
    writeFileSync(join(cwd, "out", "mine.ts"), "export {};\n");
    const { code } = await runInProcess(adHoc, { cwd });
    expect(code).toBe(0);
    expect(folderContents(join(cwd, "out"))["mine.ts"]).toBe("export {};\n");
  });
});
