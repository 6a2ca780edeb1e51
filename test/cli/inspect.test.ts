import { describe, expect, test } from "vitest";
import { parseModel } from "../../src/model/model-json.js";
import { runInProcess } from "../support/run-cli.js";
import { makeShop } from "../support/shop-database.js";
import { temporaryFolder } from "../support/temporary-folder.js";

function shopFolder(): string {
  const folder = temporaryFolder();
  makeShop(folder);
  return folder;
}

describe("inspect", () => {
  test("counts, and lists the tables and views", async () => {
    const { code, stdout, stderr } = await runInProcess(["inspect", "--url", "shop.db"], { cwd: shopFolder() });
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("shop  2 tables, 1 view, 8 columns, 1 foreign key  (sqlite)");
    expect(stdout).toMatch(/^ {2}purchase +table +3 columns +key purchase_id +1 foreign key$/m);
    expect(stdout).toMatch(/^ {2}big_purchase +view +2 columns$/m);
  });

  test("shows one table in full", async () => {
    const { stdout } = await runInProcess(["inspect", "--url", "shop.db", "--table", "purchase"], {
      cwd: shopFolder(),
    });
    expect(stdout).toMatch(/^ {2}total +decimal\(10, ?2\) +not null/m);
    expect(stdout).toMatch(/\(customer_id\) +→ customer \(customer_id\)/);
    expect(stdout).toContain("total >= 0");
  });

  test("names the nearest table where there is no such one", async () => {
    const { code, stderr } = await runInProcess(["inspect", "--url", "shop.db", "--table", "purchaze"], {
      cwd: shopFolder(),
    });
    expect([code, stderr]).toEqual([1, expect.stringContaining('did you mean "purchase"?')]);
  });

  test("prints the model with --json", async () => {
    const { stdout } = await runInProcess(["inspect", "--url", "shop.db", "--json"], { cwd: shopFolder() });
    expect(parseModel(stdout).tables.map(({ name }) => name)).toEqual(["customer", "purchase"]);
  });

  test("does not let a name steer the terminal", async () => {
    const cwd = temporaryFolder();
    makeShop(cwd, "shop.db", 'create table "bad\u001b[2Jname" (id integer primary key)');
    const { stdout } = await runInProcess(["inspect", "--url", "shop.db"], { cwd });
    expect(stdout).not.toContain("\u001b");
    expect(stdout).toContain("bad\\u{1b}[2Jname");
  });
});

describe("diff", () => {
  test("compares a snapshot with a database", async () => {
    const cwd = shopFolder();
    await runInProcess(["pull", "--url", "shop.db", "--snapshot", "before.json"], { cwd });
    makeShop(cwd, "after.db", "create table customer (customer_id integer primary key, name text, email text unique)");
    const text = await runInProcess(["diff", "before.json", "after.db"], { cwd });
    expect(text.code).toBe(0);
    expect(text.stdout).toMatch(/^- table main\.purchase: .*breaking$/m);
    expect(text.stdout).toMatch(/^\d+ changes, \d+ breaking$/m);
    const { stdout } = await runInProcess(["diff", "before.json", "after.db", "--json"], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      changes: expect.arrayContaining([
        expect.objectContaining({ kind: "removed", subject: "main.purchase", breaking: true }),
      ]) as unknown,
    });
  });

  test("says so where nothing changed", async () => {
    const { code, stdout } = await runInProcess(["diff", "shop.db", "sqlite:shop.db"], { cwd: shopFolder() });
    expect([code, stdout]).toEqual([0, "no changes\n"]);
  });
});
