import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileFolder, makeWorkFolder, removeWorkFolder, runNode } from "../support/compile-module.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const example = join(root, "generated-example");

describe("the README", () => {
  let folder: string;
  let blocks: readonly string[];

  beforeAll(async () => {
    const text = await readFile(join(root, "README.md"), "utf8");
    blocks = [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map((match) => match[1] ?? "");
    folder = await makeWorkFolder("readme");
    await cp(join(example, "sqlite", "generated"), join(folder, "sqlite", "generated"), { recursive: true });
    await cp(join(example, "library", "opening-hours.ts"), join(folder, "library", "opening-hours.ts"));
    await cp(join(example, "library", "seed"), join(folder, "library", "seed"), { recursive: true });
  });

  afterAll(() => removeWorkFolder(folder));

  it("shows code that compiles and runs", async () => {
    const shown =
      blocks.find((block) => block.includes("connect"))?.replace("./library/index.js", "./generated/index.js") ?? "";
    const seeded = shown.replace(/^await using db.*$/m, (line) => `${line}\nawait seed(db);`);
    await writeFile(
      join(folder, "sqlite", "readme.ts"),
      `import { seed } from "../library/seed/seed.js";\n${seeded}\nconsole.log(rows.length, stock?.copies);\n`,
    );
    for (const path of ["seed/seed.ts", "seed/people.ts", "seed/catalogue.ts", "seed/lending.ts"])
      await pointAtModule(join(folder, "library", path));
    expect(await compileFolder(folder, { compiler: "5.9", emit: true })).toMatchObject({ code: 0, output: "" });
    const database = new Database(join(folder, "library.db"));
    database.exec(await readFile(join(example, "sqlite", "schema.sql"), "utf8"));
    database.close();
    const { code, output, errors } = await runNode([join(folder, "js", "sqlite", "readme.js")], folder);
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(output).toMatch(/^20 \d+\n$/);
  });

  it("shows a configuration that is one", async () => {
    const shown = blocks.find((block) => block.includes("defineConfig")) ?? "";
    expect(shown).toContain("databases");
    const other = await makeWorkFolder("readme-config");
    // A default export made by a call has no type that a declaration could be written from without looking.
    await writeFile(join(other, "config.ts"), shown.replace("export default defineConfig(", "defineConfig("));
    expect(await compileFolder(other, { compiler: "5.9" })).toMatchObject({ code: 0, output: "" });
    await removeWorkFolder(other);
  });
});

/** The sample's programs name the module by an alias, which only its own projects know. */
async function pointAtModule(file: string): Promise<void> {
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replace('from "library"', 'from "../../sqlite/generated/index.js"'));
}
