import { createHash } from "node:crypto";
import { Failure } from "../diagnostics.js";
import type { RenderedFile } from "./rendered-file.js";

/** Where the manifest lies in the output folder. */
export const manifestPath = ".tablewright.json";

/** Who made a module, and from which settings. */
export interface ManifestStamp {
  /** The generator's version. */
  readonly generator: string;
  /** A hash of the settings that shape the output; holds no secret. */
  readonly config: string;
  /** Absent where the files did not go through Prettier. */
  readonly formatted?: FormattedStamp;
}

/** What tells whether a file has to be formatted again. */
export interface FormattedStamp {
  /** A hash of Prettier's version and configuration. */
  readonly settings: string;
  /** Path to the SHA-256 of the text before Prettier, in hex. */
  readonly rendered: Readonly<Record<string, string>>;
}

/** Which files of an output folder are ours, and what they held when they were written. */
export interface Manifest extends ManifestStamp {
  /** Path to the SHA-256 of its text, in hex. */
  readonly files: Readonly<Record<string, string>>;
}

/** The manifest of a whole module, as its last file. */
export function renderManifest(files: readonly RenderedFile[], stamp: ManifestStamp): RenderedFile {
  const entries = files.map((file): [string, string] => [file.path, hashText(file.text)]);
  return printManifest({ ...stamp, files: Object.fromEntries(entries) });
}

/** The manifest as its file, with the paths in order. */
export function printManifest(manifest: Manifest): RenderedFile {
  const entries = Object.entries(manifest.files).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    path: manifestPath,
    text: `${JSON.stringify({ ...manifest, files: Object.fromEntries(entries) }, null, 2)}\n`,
  };
}

/** Reads a manifest's text; `folder` is named when it makes no sense. */
export function parseManifest(text: string, folder: string): Manifest {
  try {
    const value: unknown = JSON.parse(text);
    if (isManifest(value)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new Failure("output", `output folder "${folder}": reading "${manifestPath}": it is not a manifest`, {
    hint: "restore it from version control, or remove the folder and generate again",
  });
}

/** The SHA-256 of a text in UTF-8, in hex. */
export function hashText(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== "object" || value === null || !("files" in value)) return false;
  const { files } = value;
  return typeof files === "object" && files !== null && Object.values(files).every((hash) => typeof hash === "string");
}
