import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { check } from "prettier";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderFiles } from "../../src/emit/render/render-files.js";
import { compileFolder, makeWorkFolder, removeWorkFolder } from "../support/compile-module.js";
import { planModel, renderModel } from "./planned-module.js";
import { richModel } from "./rich-model.js";

const plan = planModel(richModel);
let folder = "";

beforeAll(async () => {
  folder = await makeWorkFolder("render");
});

afterAll(() => removeWorkFolder(folder));

describe("a module with one of everything", () => {
  it("is what Prettier makes of it", async () => {
    const files = [...(await renderModel(richModel))];
    const checked = await Promise.all(
      files.map(async ([path, text]) => [path, await check(text, { filepath: path })] as const),
    );
    expect(checked.filter(([, canonical]) => !canonical)).toEqual([]);
  });

  it.each(["5.9", "7"] as const)("compiles under every strict setting with TypeScript %s", async (compiler) => {
    const module = join(folder, `module-${compiler}`);
    for (const [path, text] of await renderModel(richModel)) await put(join(module, path), text);
    expect(await compileFolder(module, { compiler })).toMatchObject({ output: "", code: 0 });
  });

  it("names its siblings with the suffix that is asked for", async () => {
    const text = (await renderModel(richModel, { importSuffix: ".ts" })).get("index.ts") ?? "";
    expect(text).toContain('export * from "./tables/public/person.ts";');
    expect(text).not.toContain('.js"');
  });

  it("holds the snapshot where that belongs to it", async () => {
    const model = (await renderModel(richModel, { snapshot: true })).get("schema.json") ?? "";
    expect(JSON.parse(model)).toMatchObject({ engine: "postgresql", modelVersion: 1 });
    expect((await renderModel(richModel)).has("schema.json")).toBe(false);
  });

  it("has no file of a partition but on request", async () => {
    const partitions = richModel.tables.map((table) =>
      table.name === "tag" ? { ...table, kind: "partition" as const } : table,
    );
    const model = { ...richModel, tables: partitions };
    expect((await renderModel(model)).has("tables/public/tag.ts")).toBe(false);
    expect((await renderModel(model, { partitions: true })).has("tables/public/tag.ts")).toBe(true);
  });
});

describe("a folder of the user's templates", () => {
  it("replaces the template or partial of the same name", async () => {
    const own = await makeTemplates("own", {
      "enums.hbs": "// {{header}}\n{{> extra}}\n",
      "partials/extra.hbs": "// mine\n",
      "partials/codecs.hbs": "\n// no codecs\n",
    });
    const files = await renderFiles(plan, { templates: own });
    expect(files.find(({ path }) => path === "enums.ts")?.text).toMatch(/^\/\/ Generated .*\n\/\/ mine\n$/);
    expect(files.find(({ path }) => path === "types.ts")?.text).toContain("// no codecs");
  });

  it("may hold no template that replaces none", async () => {
    const own = await makeTemplates("stray", { "enum.hbs": "" });
    await expect(renderFiles(plan, { templates: own })).rejects.toThrow(
      /enum\.hbs": it takes the place of none; did you mean "enums"\?/,
    );
  });

  it("must be there", async () => {
    await expect(renderFiles(plan, { templates: join(folder, "nowhere") })).rejects.toThrow(
      "there is no such file or folder",
    );
  });

  it.each(["{{nmae}}", "{{#each unions}}{{nmae}}{{/each}}", "{{#shout}}{{/shout}}", "{{#if", "{{> missing}}"])(
    "may not say %s",
    async (source) => {
      const own = await makeTemplates("wrong", { "enums.hbs": source });
      await expect(renderFiles(plan, { templates: own })).rejects.toThrow(/^template "enums\.hbs": rendering it: /);
    },
  );
});

async function makeTemplates(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  for (const [path, text] of Object.entries(files)) await put(join(folder, name, path), text);
  return join(folder, name);
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(join(path, ".."), { recursive: true });
  await writeFile(path, text);
}
