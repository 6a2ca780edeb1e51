import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { isCode } from "./output-folder.js";

/**
 * Makes a folder, and those above it that are missing. Not by `mkdir`'s own recursion, which in Node 20 never ends where the system answers ENOENT for a folder
 * whose parent is there, as /proc does.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await makeOne(path);
  } catch (error) {
    if (!isCode(error, "ENOENT") || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await makeOne(path);
  }
}

async function makeOne(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  }
}
