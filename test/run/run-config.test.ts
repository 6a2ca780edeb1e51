import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check, defineConfig, Failure, generate, pull, RunFailure } from "../../src/index.js";
import { folderContents } from "../support/folder-contents.js";
import { changeDatabase, makeShop } from "../support/shop-database.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const config = defineConfig({ databases: { shop: { connection: { env: "SHOP" }, out: "out" } } });
const env = { SHOP: "sqlite:shop.db" };

describe("the generator as a library", () => {
  test("generates, checks and pulls as the command line does", async () => {
    const directory = temporaryFolder();
    makeShop(directory);
    const told: string[] = [];
    const [made] = await generate(config, { directory, env, onProgress: (_database, what) => told.push(what) });
    expect(made?.written).toContain("tables/customer.ts");
    expect(told).toEqual(expect.arrayContaining(["connecting", "planning", "rendering", "writing"]));
    expect((await check(config, { directory, env }))[0]?.differences).toEqual([]);
    changeDatabase(join(directory, "shop.db"), "create table later (id integer primary key)");
    expect((await check(config, { directory, env }))[0]?.differences).toContainEqual({
      path: "tables/later.ts",
      kind: "missing",
    });
    const [pulled] = await pull(config, { directory, env, dryRun: true });
    expect([pulled?.changed, pulled?.changes.map(({ subject }) => subject)]).toEqual([true, ["main.later"]]);
  });

  test("writes nothing on a dry run", async () => {
    const directory = temporaryFolder();
    makeShop(directory);
    await generate(config, { directory, env, dryRun: true });
    expect(Object.keys(folderContents(directory))).toEqual(["shop.db"]);
  });

  test("throws what the user can mend", async () => {
    const directory = temporaryFolder();
    const error: unknown = await generate(config, { directory }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(RunFailure);
    expect((error as RunFailure).errors).toEqual([{ database: "shop", error: expect.any(Failure) as unknown }]);
    expect((error as RunFailure).message).toContain('the environment variable "SHOP" is not set');
    const unnamed = { databases: {} };
    await expect(generate(unnamed, { directory })).rejects.toThrow('"databases" names none');
  });
});
