import { join } from "node:path";
import { Failure } from "../diagnostics.js";
import { hashText, manifestPath, renderManifest, type Manifest, type ManifestStamp } from "./manifest.js";
import { loadText, openOutputFolder, type OutputFolder } from "./output-folder.js";
import type { RenderedFile } from "./rendered-file.js";

/** How a file on the disk differs from what would be generated now. */
export interface FileDifference {
  readonly path: string;
  /**
   * `missing`: it is not there. `stale`: it is as it was generated, and the generator would write something else now. `edited`: somebody changed it since
   * it was generated. `orphan`: it was generated, and nothing calls for it any more.
   */
  readonly kind: "missing" | "stale" | "edited" | "orphan";
}

/** What stands in a folder against what should. */
export interface Comparison {
  readonly folder: OutputFolder;
  readonly differences: readonly FileDifference[];
  /** The files that a write would write, the manifest last. */
  readonly changed: readonly RenderedFile[];
  /** How many files are as they should be. */
  readonly unchanged: number;
}

/** Compares a module with what its folder holds, in path order; writes nothing. */
export async function compareFiles(
  path: string,
  files: readonly RenderedFile[],
  stamp: ManifestStamp,
): Promise<Comparison> {
  const folder = await openOutputFolder(path);
  const owned = folder.manifest?.files ?? {};
  const found = await inBatches(files, async (file) => compareFile(folder, file));
  const manifest = renderManifest(files, stamp);
  const differences = found.filter((difference) => difference !== null);
  if (differences.length === 0 && folder.manifest !== null && manifest.text !== folder.manifestText)
    differences.push({ path: manifestPath, kind: "stale" });
  differences.push(...(await findOrphans(folder, owned, files)));
  const changedPaths = new Set(differences.map((difference) => difference.path));
  const changed = files.filter((file) => changedPaths.has(file.path));
  if (manifest.text !== folder.manifestText) changed.push(manifest);
  const unchanged =
    files.length - differences.filter(({ kind, path }) => kind !== "orphan" && path !== manifestPath).length;
  return { folder, differences: differences.sort(byPath), changed, unchanged };
}

/** Runs over the items with a bounded number of files open at a time. */
export async function inBatches<Item, Result>(
  items: readonly Item[],
  run: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += filesOpenMax)
    results.push(...(await Promise.all(items.slice(start, start + filesOpenMax).map(run))));
  return results;
}

const filesOpenMax = 64;

async function compareFile(folder: OutputFolder, file: RenderedFile): Promise<FileDifference | null> {
  const text = await loadText(join(folder.path, file.path));
  if (text === file.text) return null;
  if (text === null) return { path: file.path, kind: "missing" };
  const hash = ownedHash(folder.manifest, file.path);
  if (hash === undefined) throw inTheWay(folder.path, file.path);
  return { path: file.path, kind: hashText(text) === hash ? "stale" : "edited" };
}

async function findOrphans(
  folder: OutputFolder,
  owned: Manifest["files"],
  files: readonly RenderedFile[],
): Promise<readonly FileDifference[]> {
  const wanted = new Set(files.map((file) => file.path));
  const candidates = Object.keys(owned).filter((path) => !wanted.has(path));
  const texts = await inBatches(candidates, (path) => loadText(join(folder.path, path)));
  return candidates.filter((_, index) => texts[index] !== null).map((path) => ({ path, kind: "orphan" }));
}

function ownedHash(manifest: Manifest | null, path: string): string | undefined {
  return manifest !== null && Object.hasOwn(manifest.files, path) ? manifest.files[path] : undefined;
}

function inTheWay(folder: string, path: string): Failure {
  return new Failure(
    "output",
    `output folder "${folder}": writing "${path}": a file of that name is there that was not generated`,
    {
      hint: "move it out of the generated folder",
    },
  );
}

function byPath(a: FileDifference, b: FileDifference): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
