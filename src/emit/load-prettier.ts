import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type * as Prettier from "prettier";

/** A Prettier, and where it was loaded from. */
export interface LoadedPrettier {
  readonly prettier: typeof Prettier;
  readonly url: string;
}

/** Loads the Prettier of the project that a folder is part of, whose version its own checks use; where it has none, this package's own. */
export async function loadPrettier(folder: string): Promise<LoadedPrettier> {
  const url = findPrettier(join(folder, "index.ts")) ?? findPrettier(import.meta.url) ?? "prettier";
  return { prettier: await importPrettier(url), url };
}

/** Imports what `loadPrettier` found. */
export async function importPrettier(url: string): Promise<typeof Prettier> {
  return (await import(url)) as typeof Prettier;
}

function findPrettier(from: string): string | null {
  try {
    // By its manifest, since `require` and `import` lead to different files.
    const manifest = createRequire(from).resolve("prettier/package.json");
    return pathToFileURL(join(manifest, "..", "index.mjs")).href;
  } catch {
    // None is installed there.
    return null;
  }
}
