import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { ts } from "ts-morph";
import type { RenderedFile } from "../../emit/rendered-file.js";

/** Writes a module to a folder as JavaScript, which any runner can load, and imports it. `tablewright` must be found from the folder. */
export async function loadModule(
  folder: string,
  files: readonly RenderedFile[],
): Promise<Readonly<Record<string, unknown>>> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), '{ "type": "module" }\n');
  for (const { path, text } of files.filter((file) => file.path.endsWith(".ts"))) {
    const file = join(folder, path.replace(/\.ts$/, ".js"));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, ts.transpileModule(text, { compilerOptions }).outputText);
  }
  return (await import(pathToFileURL(join(folder, "index.js")).href)) as Readonly<Record<string, unknown>>;
}

const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
};
