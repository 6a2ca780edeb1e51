import { hashText, printManifest, type ManifestStamp } from "./manifest.js";
import { openOutputFolder } from "./output-folder.js";
import type { RenderedFile } from "./rendered-file.js";
import { writeComparison } from "./write-files.js";

/** Writes one file of a module and leaves the others as they are; the stamp counts only where there is no module yet. */
export async function writeOwnFile(path: string, file: RenderedFile, stamp: ManifestStamp): Promise<void> {
  const folder = await openOutputFolder(path);
  const before = folder.manifest ?? { ...stamp, files: {} };
  const manifest = printManifest({ ...before, files: { ...before.files, [file.path]: hashText(file.text) } });
  await writeComparison({ folder, differences: [], changed: [file, manifest], unchanged: 0 });
}
