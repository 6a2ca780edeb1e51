import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { Failure } from "../diagnostics.js";
import { manifestPath, parseManifest, type Manifest } from "./manifest.js";

/** An output folder as it stands on the disk. */
export interface OutputFolder {
  readonly path: string;
  /** Null where no module was written yet. */
  readonly manifest: Manifest | null;
  /** The manifest's text; null where there is none. */
  readonly manifestText: string | null;
}

/** Looks at a folder that a module is to be written to, and refuses one that holds somebody else's files. It need not exist. */
export async function openOutputFolder(path: string): Promise<OutputFolder> {
  const names = await loadNames(path);
  const manifestText = names.includes(manifestPath) ? await loadText(join(path, manifestPath)) : null;
  const manifest = manifestText === null ? null : parseManifest(manifestText, path);
  const foreign = names.filter((name) => !name.startsWith("."));
  if (manifest === null && foreign.length > 0) throw foreignFiles(path, foreign);
  return { path, manifest, manifestText };
}

/** A file's text; null where there is no such file. */
export async function loadText(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (isCode(error, "ENOENT", "ENOTDIR")) return null;
    throw outputFailure(path, "reading it", error);
  }
}

/** The place of a file in the folder. A path that would lead out of it, by its text or by a link on the way, is a `Failure`. */
export async function placeInFolder(folder: string, path: string): Promise<string> {
  const parts = path.split("/");
  const strange = path.includes("\0") || path.includes("\\") || parts.some((part) => ["", ".", ".."].includes(part));
  if (strange) throw outside(folder, path);
  const place = join(folder, ...parts);
  const [root, parent] = await Promise.all([resolveExisting(folder), resolveExisting(dirname(place))]);
  const way = relative(root, parent);
  if (way === ".." || way.startsWith(`..${sep}`)) throw outside(folder, path);
  return place;
}

/** What the file system refused, as a message of ours. */
export function outputFailure(path: string, doing: string, cause: unknown): Failure {
  const reason =
    cause instanceof Error && "code" in cause ? (reasons[String(cause.code)] ?? cause.code) : String(cause);
  return new Failure("output", `output "${path}": ${doing}: ${String(reason)}`, { cause });
}

export function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}

async function loadNames(path: string): Promise<readonly string[]> {
  try {
    return (await readdir(path)).sort((a, b) => (a < b ? -1 : 1));
  } catch (error) {
    if (isCode(error, "ENOENT")) return [];
    if (!isCode(error, "ENOTDIR")) throw outputFailure(path, "listing it", error);
    throw new Failure("output", `output folder "${path}": opening it: it, or a part of its path, is a file`, {
      hint: "name a folder of its own for the generated module",
    });
  }
}

/** The real place of a path, or of the nearest part of it that exists with the rest behind it. */
async function resolveExisting(path: string): Promise<string> {
  try {
    await stat(path);
    return await realpath(path);
  } catch (error) {
    if (!isCode(error, "ENOENT")) throw outputFailure(path, "resolving it", error);
    const parent = dirname(path);
    return parent === path ? path : join(await resolveExisting(parent), relative(parent, path));
  }
}

function foreignFiles(path: string, names: readonly string[]): Failure {
  const shown = names.slice(0, 3).join(", ") + (names.length > 3 ? `, and ${names.length - 3} more` : "");
  return new Failure("output", `output folder "${path}": writing the module: it holds other files (${shown})`, {
    hint: "name a folder of its own for the generated module, or empty this one",
  });
}

function outside(folder: string, path: string): Failure {
  return new Failure("output", `output folder "${folder}": writing "${path}": the path leads out of the folder`);
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "operation not permitted",
  EROFS: "the file system is read-only",
  EISDIR: "a folder is in its place",
  ENOENT: "the system lets no such file or folder be made there",
  ENOTDIR: "a part of its path is a file",
  ENOSPC: "no space left on the device",
  EMFILE: "too many open files",
  ELOOP: "too many symbolic links",
};
