import { randomBytes } from "node:crypto";
import { rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { compareFiles, inBatches, type Comparison } from "./compare-files.js";
import { makeFolder } from "./make-folder.js";
import { manifestPath, type ManifestStamp } from "./manifest.js";
import { isCode, outputFailure, placeInFolder } from "./output-folder.js";
import type { RenderedFile } from "./rendered-file.js";

/** What a write did, as paths relative to the output folder. */
export interface WriteReport {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
}

/** Brings a folder up to a module: writes what differs, removes what it owned and no longer needs, and touches nothing else. */
export async function writeFiles(
  path: string,
  files: readonly RenderedFile[],
  stamp: ManifestStamp,
): Promise<WriteReport> {
  return writeComparison(await compareFiles(path, files, stamp));
}

/**
 * Carries a comparison out. Every new text is on the disk, under a name of its own, before the first old file is replaced, and the manifest comes last:
 * a run that fails on the way leaves the old files whole.
 */
export async function writeComparison(comparison: Comparison): Promise<WriteReport> {
  const { folder, changed, differences } = comparison;
  const orphans = differences.filter((difference) => difference.kind === "orphan").map((difference) => difference.path);
  const staged = await stageFiles(folder.path, changed);
  const kept = new Set(await inBatches(staged, ({ place, temporary }) => replace(place, temporary)));
  const removed = await inBatches(orphans, (path) => removeOrphan(folder.path, path, kept));
  return {
    written: changed.map((file) => file.path).filter((path) => path !== manifestPath),
    removed: removed.filter((path) => path !== null),
    unchanged: comparison.unchanged,
  };
}

interface StagedFile {
  readonly place: string;
  readonly temporary: string;
}

async function stageFiles(folder: string, files: readonly RenderedFile[]): Promise<readonly StagedFile[]> {
  const staged: StagedFile[] = [];
  try {
    await inBatches(files, async (file) => {
      const place = await placeInFolder(folder, file.path);
      const temporary = join(dirname(place), `.tablewright-${randomBytes(6).toString("hex")}.tmp`);
      staged.push({ place, temporary });
      await stage(place, temporary, file.text);
    });
  } catch (error) {
    await inBatches(staged, ({ temporary }) => rm(temporary, { force: true }).catch(ignoreMissingFolder));
    throw error;
  }
  // The manifest was given last and stands for the others: it is replaced last.
  const places = new Map(staged.map((file) => [file.place, file]));
  const manifest = places.get(join(folder, manifestPath));
  return manifest === undefined ? staged : [...staged.filter((file) => file !== manifest), manifest];
}

async function stage(place: string, temporary: string, text: string): Promise<void> {
  try {
    await makeFolder(dirname(place));
    if (await isFolder(place)) throw Object.assign(new Error("a folder is in its place"), { code: "EISDIR" });
    await writeFile(temporary, text, { flag: "wx" });
  } catch (error) {
    throw outputFailure(place, "writing it", error);
  }
}

/** Gives the number by which the file system knows the new file. */
async function replace(place: string, temporary: string): Promise<number> {
  try {
    await rename(temporary, place);
    return (await stat(place)).ino;
  } catch (error) {
    throw outputFailure(place, "replacing it", error);
  }
}

/** Null where the path names a file that was just written, on a file system that takes `Album.ts` for `album.ts`. */
async function removeOrphan(folder: string, path: string, kept: ReadonlySet<number>): Promise<string | null> {
  const place = await placeInFolder(folder, path);
  try {
    if (kept.has((await stat(place)).ino)) return null;
    await rm(place);
    await removeEmptyFolders(dirname(place), folder);
    return path;
  } catch (error) {
    throw outputFailure(place, "removing it", error);
  }
}

async function removeEmptyFolders(path: string, root: string): Promise<void> {
  if (path === root || !path.startsWith(root)) return;
  try {
    await rmdir(path);
  } catch (error) {
    if (isCode(error, "ENOTEMPTY", "EEXIST", "ENOENT")) return;
    throw error;
  }
  await removeEmptyFolders(dirname(path), root);
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (isCode(error, "ENOENT")) return false;
    throw error;
  }
}

function ignoreMissingFolder(error: unknown): void {
  if (!isCode(error, "ENOENT", "ENOTDIR")) throw error;
}
