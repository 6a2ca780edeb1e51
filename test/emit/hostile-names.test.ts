import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { check, format } from "prettier";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { planFiles } from "../../src/emit/plan/plan-files.js";
import { toPlanOptions } from "../../src/emit/plan/plan-options.js";
import type { RenderedFile } from "../../src/emit/rendered-file.js";
import { renderFiles } from "../../src/emit/render/render-files.js";
import type { DatabaseModel } from "../../src/model/database-model.js";
import { compileFolder, makeWorkFolder, removeWorkFolder } from "../support/compile-module.js";
import { hostileModel } from "./hostile-model.js";

describe("a model whose names are hostile", () => {
  it("gives files that stay in their folder and never fight over a path", async () => {
    await forAll(async (files) => {
      const paths = files.map(({ path }) => path);
      for (const path of paths)
        expect(path).toMatch(/^(?:(?:tables|views)\/(?:[\p{L}\p{N}\p{M}-]+\/)?)?[\p{L}\p{N}\p{M}.-]+\.(?:ts|json)$/u);
      expect(paths.filter((path) => /(?:^|\/)(?:con|nul|aux|prn|com\d|lpt\d)\./i.test(path))).toEqual([]);
      expect(new Set(paths.map((path) => path.normalize("NFC").toLowerCase())).size).toBe(paths.length);
      expect(Math.max(...paths.map((path) => Buffer.byteLength(path.split("/").at(-1) ?? "")))).toBeLessThan(256);
    });
  });

  it("gives text that hides nothing and is what Prettier makes of it", async () => {
    await forAll(async (files) => {
      for (const { path, text } of files.filter((file) => file.path.endsWith(".ts"))) {
        expect(text).not.toMatch(/[^\n\P{Cc}]|[\p{Cf}\p{Cs}\u2028\u2029]/u);
        expect(parseErrors(text)).toEqual([]);
        if (!(await check(text, { filepath: path }))) expect(text).toBe(await format(text, { filepath: path }));
      }
    });
  });

  it("gives the same text whatever the order of its parts", async () => {
    await forAll(async (files, model) => {
      const turned = { ...model, tables: [...model.tables].reverse(), views: [...model.views].reverse() };
      const again = (await render(turned)).filter(({ path }) => path !== "schema.json");
      expect(again).toEqual(files.filter(({ path }) => path !== "schema.json"));
    });
  });

  it("compiles under every strict setting", async () => {
    const models = fc.sample(hostileModel, { numRuns: 40, seed: 11 });
    const folder = await makeWorkFolder("hostile");
    try {
      for (const [index, model] of models.entries()) await write(join(folder, `m${index}`), await render(model));
      expect(await compileFolder(folder, { compiler: "7" })).toMatchObject({ output: "", code: 0 });
      expect(await compileFolder(folder, { compiler: "5.9" })).toMatchObject({ output: "", code: 0 });
    } finally {
      await removeWorkFolder(folder);
    }
  });
});

async function forAll(
  property: (files: readonly RenderedFile[], model: DatabaseModel) => Promise<void>,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(hostileModel, async (model) => property(await render(model), model)),
    { numRuns: 100 },
  );
}

function render(model: DatabaseModel): Promise<readonly RenderedFile[]> {
  return renderFiles(planFiles(model, toPlanOptions({ name: model.defaultSchema })), { templates: null });
}

function parseErrors(text: string): readonly string[] {
  const { diagnostics = [] } = ts.transpileModule(text, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2022 },
  });
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

async function write(folder: string, files: readonly RenderedFile[]): Promise<void> {
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
