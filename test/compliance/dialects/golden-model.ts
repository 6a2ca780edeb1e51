import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { GoldenName } from "../../../src/testing/index.js";

/** Where the reviewed models of an engine lie: the same for all its versions. */
export function goldenFile(engine: string, name: GoldenName): string {
  const file = name === "rich" ? `${engine}.json` : `${engine}-${name}.json`;
  return fileURLToPath(new URL(`../golden/${file}`, import.meta.url));
}

/** Null where there is none yet. */
export function goldenLoader(engine: string): (name: GoldenName) => Promise<string | null> {
  return async (name) => {
    try {
      return await readFile(goldenFile(engine, name), "utf8");
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
      throw error;
    }
  };
}
